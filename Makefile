# Every target is one line, nearly always of Maven.
MB ?= 1000
FORMAT ?= stderr
.DEFAULT_GOAL := help
.PHONY: help build fast test golden samples bench-log format clean

help: ## print the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

build: ## the command, without tests
	mvn -B -ntp package -Dmaven.test.skip=true -Dmaven.javadoc.skip=true -Dmaven.source.skip=true

fast: ## tests of the library alone
	mvn -B -ntp -pl analyzer-core test

test: ## everything that must hold: tests, format, Javadoc
	mvn -B -ntp verify

golden: ## write the expected reports under samples/ anew; read the diff
	mvn -B -ntp verify -Dgolden.update=true

samples: ## record the logs under samples/ anew, on a server of their own
	mvn -B -ntp -pl samples -am test -Dsamples.generate=true -Dtest=SampleGeneratorTest -Dsurefire.failIfNoSpecifiedTests=false

bench-log: ## write a log to measure with to benchmarks/target: MB=1000 FORMAT=stderr
	benchmarks/generate.sh $(MB) $(FORMAT)

format: ## format the code
	mvn -B -ntp spotless:apply

clean: ## remove what was built
	mvn -B -ntp clean
