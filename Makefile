# What people and CI type. Each goal sets up what it needs by itself.

PREFIX ?= /usr/local
OUT ?= _site
SWIFT_BUILD = swift build -c release -Xswiftc -static-executable --product
RELEASE = $(shell swift build -c release --show-bin-path)
SUITES = $(CURDIR)/.suites
TOOLS = $(CURDIR)/.tools

.PHONY: catalogue build install test format suites browser-tools report-tools libcmark clean

# Compiles canvases/ into a site.
catalogue: build
	@$(RELEASE)/canevas build --out $(OUT)
	@echo
	@echo "The site is in $(OUT)/: open $(OUT)/index.html in a browser."

# One static binary, optimised.
build: libcmark
	@$(SWIFT_BUILD) canevas

install: build
	install -D -s -m 755 $(RELEASE)/canevas $(DESTDIR)$(PREFIX)/bin/canevas

# Every check there is, with the time that each part takes.
test: libcmark suites browser-tools report-tools
	@.ci/checks

# The published suites that tests read, unless CANEVAS_SUITES names their folder.
suites:
	@.ci/fetch-suites $(SUITES)

# What checks the built site: a browser, and tools from the Python package index.
browser-tools:
	@.ci/browser-tools $(TOOLS)/browser

# What checks the reports: tools from the Python package index.
report-tools:
	@.ci/python-tools Tests/Reports/requirements.txt $(TOOLS)/reports

format:
	swift format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

libcmark:
	@pkg-config --exists libcmark || .ci/install-packages libcmark-dev pkg-config

clean:
	rm -rf .build .suites .tools
