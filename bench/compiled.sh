# Sourced by the benchmarks of the access engine: brings the program and their own classes up to date.
./cofferdam --version >/dev/null
scripts/maven.sh -q -Dspotless.skip=true -Djacoco.skip=true -pl access -am test-compile >/dev/null
