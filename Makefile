# What people and CI type. Each goal sets up what it needs by itself.

PREFIX ?= /usr/local
OUT ?= _site
SWIFT_BUILD = swift build -c release -Xswiftc -static-executable --product
RELEASE = $(shell swift build -c release --show-bin-path)
SUITES = $(CURDIR)/.suites
TOOLS = $(CURDIR)/.tools
# What the program prints for $(1), as the file PREFIX/share/$(2).
share = install -D -m 644 /dev/null $(DESTDIR)$(PREFIX)/share/$(2) && \
  $(RELEASE)/canevas $(1) > $(DESTDIR)$(PREFIX)/share/$(2)

.PHONY: catalogue build install test format suites browser-tools report-tools terminal-tools \
  editor-tools git-tools soak libcmark clean

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
	@$(call share,completions bash,bash-completion/completions/canevas)
	@$(call share,completions zsh --lang fr,zsh/site-functions/_canevas)
	@$(call share,completions fish --lang fr,fish/vendor_completions.d/canevas.fish)
	@$(call share,man --lang en,man/man1/canevas.1)
	@$(call share,man --lang fr,man/fr/man1/canevas.1)

# Every check there is, with the time that each part takes.
test: libcmark suites browser-tools report-tools terminal-tools editor-tools git-tools
	@.ci/checks

# The published suites that tests read, unless CANEVAS_SUITES names their folder.
suites:
	@.ci/fetch-suites $(SUITES)

# What checks the built site: a browser, and tools from the Python package index.
browser-tools:
	@.ci/browser-tools $(TOOLS)/browser

# What checks the reports: tools from the Python package index, and node for a workflow's script.
report-tools:
	@node --version >/dev/null 2>&1 || .ci/install-packages nodejs
	@.ci/python-tools Tests/Reports/requirements.txt $(TOOLS)/reports

# What checks completions and the manual page: shells, man, a terminal that a program can read.
terminal-tools:
	@.ci/terminal-tools $(TOOLS)/terminal

# What drives the language server: Neovim, and tools from the Python package index.
editor-tools:
	@.ci/editor-tools $(TOOLS)/editors

# What makes repositories and looks at what git does in them: tools from the Python package index.
git-tools:
	@.ci/python-tools Tests/Git/requirements.txt $(TOOLS)/git

# Ten minutes of anything that may happen to the language server; SOAK_SEED=2 for ten others.
soak: build editor-tools
	@CANEVAS=$(RELEASE)/canevas SOAK_SECONDS=600 $(TOOLS)/editors/bin/python -m pytest -q \
	  Tests/Editors/test_random_session.py

format:
	swift format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

libcmark:
	@pkg-config --exists libcmark || .ci/install-packages libcmark-dev pkg-config

clean:
	rm -rf .build .suites .tools
