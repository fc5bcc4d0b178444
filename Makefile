# Everything a developer runs; `make check` is the test command, the rest is on demand.
SHELL := /usr/bin/env bash
MVN := scripts/maven.sh

.PHONY: check stand-ins scan-demo format quick soak bench sizes pictures

check: stand-ins ## all checks and tests, about ten minutes on two cores
	$(MVN) verify -Psbom

stand-ins: ## what stands in for a cloud in tests; without the internet the tests that need it are skipped and say so
	-@scripts/stand-ins.sh

scan-demo: ## scans an invented shop in a stand-in of AWS on this machine; writes scan-demo/scan.html
	scripts/scan-demo.sh

quick: ## as check, without the slow tests
	$(MVN) verify -Pquick

format: ## formats every source file
	$(MVN) spotless:apply -pl '!bom'

soak: ## long work: fuzz, kills, oracles, scale; seeded and resumable; writes docs/soak.md
	scripts/soak.sh

bench: ## the figures of docs/benchmarks.md
	bench/run.sh

pictures: ## screenshots of the report at desktop, phone and print size, into docs/pictures
	scripts/pictures.sh

sizes: ## file sizes per module
	@scripts/sizes.sh
