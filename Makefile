# Every target is one line, nearly always of Maven.
MB ?= 1000
FORMAT ?= stderr
GB ?= 10
JMH ?=
.DEFAULT_GOAL := help
.PHONY: help build fast test golden samples bench bench-log bench-memory jmh format dist deb bundle api clean

help: ## print the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

build: ## the command, without tests
	mvn -B -ntp package -Dmaven.test.skip=true -Dmaven.javadoc.skip=true -Dmaven.source.skip=true -Dpgslowlog.commit=$$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)

fast: ## tests of the library alone
	mvn -B -ntp -pl analyzer-core test

test: ## everything that must hold: tests, format, Javadoc
	mvn -B -ntp verify

golden: ## write the expected reports under samples/ anew; read the diff
	mvn -B -ntp verify -Dgolden.update=true

samples: ## record the logs under samples/ anew, on a server of their own
	mvn -B -ntp -pl samples -am test -Dsamples.generate=true -Dtest=SampleGeneratorTest -Dsurefire.failIfNoSpecifiedTests=false

bench: ## compare with grep, gzip and pgBadger on a log of its own: MB=1000
	benchmarks/compare.sh $(MB)

bench-log: ## write a log to measure with to benchmarks/target: MB=1000 FORMAT=stderr
	benchmarks/generate.sh $(MB) $(FORMAT)

bench-memory: ## endless line, a million patterns and a stream of GB=10, in a heap of 96 MB
	benchmarks/memory.sh $(GB)

jmh: ## measure the parts that must be fast: JMH='Framing -f 1' chooses
	mvn -B -ntp -q -pl benchmarks -am package -Djmh.skip=false -Djmh.arguments="$(JMH)" -Dmaven.test.skip=true -Dmaven.javadoc.skip=true -Dmaven.source.skip=true

format: ## format the code
	mvn -B -ntp spotless:apply

dist: build ## pack the command with its launcher: distribution/target/pgslowlog-VERSION.tar.gz
	distribution/dist.sh

deb: build ## a Debian package of it: distribution/target/pgslowlog_VERSION_all.deb
	distribution/deb.sh

bundle: ## what Maven Central takes: distribution/target/pgslowlog-VERSION-central.zip
	mvn -B -ntp verify -Prelease -Dmaven.test.skip=true

api: ## compare the public types with those of the last release
	mvn -B -ntp verify -Papi -Dmaven.test.skip=true

clean: ## remove what was built
	mvn -B -ntp clean
