#!/usr/bin/env bash
# Prints, per module, the number of Java files and the median, ninth-decile and largest file in lines.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
printf '%-10s %6s %7s %6s %6s %6s\n' module kind files median p90 max
for module in model logs access evidence files respond notify drill store app testkit; do
  for kind in main test; do
    find "$module/src/$kind" -name '*.java' -exec wc -l {} + 2>/dev/null | awk '$2!="total"{print $1}' | sort -n |
      awk -v m="$module" -v k="$kind" '{a[NR]=$1} END{if(NR)printf "%-10s %6s %7d %6d %6d %6d\n",m,k,NR,a[int((NR+1)/2)],a[int(NR*.9)>0?int(NR*.9):1],a[NR]}'
  done
done
