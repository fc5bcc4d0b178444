#!/usr/bin/env bash
# Builds the API server of Kubernetes, for the test of the acts on it (RealKubernetesTest), into the folder of the
# stand-ins, outside git. Needs Go 1.23 or newer, etcd (Debian: apt-get install etcd-server), 3 GiB of disk, the
# internet, and about half an hour on two cores. Without it that test is skipped, and says so.
set -euo pipefail
home=${COFFERDAM_STAND_INS:-$HOME/.cache/cofferdam/stand-ins}
version=1.32.13 modules=0.32.13
# Of these the Go proxy has no newer version of the same series.
declare -A other=([cri-client]=0.32.10 [csi-translation-lib]=0.32.10 [endpointslice]=0.32.2 [kube-controller-manager]=0.32.2
  [kube-proxy]=0.32.3 [kube-scheduler]=0.32.10 [sample-apiserver]=0.32.2 [sample-cli-plugin]=0.32.0 [sample-controller]=0.32.1)
for each in go etcd; do
  command -v "$each" >/dev/null 2>&1 || { echo "kubernetes-stand-in: $each is missing [on the PATH]" >&2; exit 3; }
done
[ -x "$home/kubernetes/kube-apiserver" ] && { echo "kubernetes-stand-in: is in $home/kubernetes"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$home/kubernetes"
cd "$work"
cat >main.go <<'GO'
package main

import (
	"os"

	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() { os.Exit(cli.Run(app.NewAPIServerCommand())) }
GO
go mod init standin >/dev/null 2>&1
source=$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/^\t"Dir": "\(.*\)",\?$/\1/p')
go mod edit -go=1.23 -require="k8s.io/kubernetes@v$version" -require="k8s.io/component-base@v$modules"
for module in $(sed -n 's#^\tk8s.io/\([a-z-]*\) => ./staging.*#\1#p' "$source/go.mod"); do
  go mod edit -replace="k8s.io/$module=k8s.io/$module@v${other[$module]:-$modules}"
done
go mod tidy -e
go build -p 1 -ldflags='-s -w' -o "$home/kubernetes/kube-apiserver" .
echo "kubernetes-stand-in: kube-apiserver $version in $home/kubernetes"
