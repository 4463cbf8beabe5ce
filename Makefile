# make site: theme, binary, the sites of content/ into output/ and their archives
# make test: every test
# Both install what they need; `make aiuto` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := site

# The style sheet keeps only the classes, the sprite only the icons that templates and src/site use.
THEME_SOURCES := package.json package-lock.json $(shell find themes/italia -type f -not -path '*/dist/*' -not -name pdf.yaml -not -name theme.yaml) \
  $(shell find src/site -name '*.rs')
THEME := themes/italia/dist/.fatto
GRIGLIA := target/release/griglia
PREFISSO ?= $(HOME)/.local
RUST_SOURCES := Cargo.toml Cargo.lock build.rs themes/italia/pdf.yaml themes/italia/theme.yaml $(shell find src -name '*.rs')

.PHONY: site test tema installa aiuto check fmt clippy test-rust test-web test-fogli prova-fogli-libreoffice immagini confronto-typst confronto-sito prova-lunga prova-lunga-ostile fuzz licenze licenze-al-passo clean strumenti-tema strumenti-test

site: $(GRIGLIA) ## Tema, programma, siti di content/ in output/ e i loro zip
	$(GRIGLIA) build
	dirname output/*/SHA256SUMS | xargs -d '\n' $(GRIGLIA) pacchetto

test: fmt clippy licenze-al-passo test-rust test-web test-fogli ## Tutte le prove

tema: $(THEME) ## Foglio di stile e caratteri, dal pacchetto npm bootstrap-italia

$(THEME): $(THEME_SOURCES)
	$(MAKE) --no-print-directory strumenti-tema
	npm ci --no-audit --no-fund
	npm run build
	touch $@

$(GRIGLIA): $(THEME) $(RUST_SOURCES)
	cargo build --release --locked
	touch $@

# bash, zsh and fish look for completions in these folders by themselves.
installa: $(GRIGLIA) ## Programma, pagine di manuale e completamenti in ~/.local (PREFISSO=/usr/local: altrove)
	install -D -m 755 $(GRIGLIA) '$(PREFISSO)/bin/griglia'
	$(GRIGLIA) man '$(PREFISSO)/share/man/man1'
	mkdir -p '$(PREFISSO)/share/bash-completion/completions' '$(PREFISSO)/share/zsh/site-functions' '$(PREFISSO)/share/fish/vendor_completions.d'
	$(GRIGLIA) completamento bash > '$(PREFISSO)/share/bash-completion/completions/griglia'
	$(GRIGLIA) completamento zsh > '$(PREFISSO)/share/zsh/site-functions/_griglia'
	$(GRIGLIA) completamento fish > '$(PREFISSO)/share/fish/vendor_completions.d/griglia.fish'
	@case ":$$PATH:" in *":$(PREFISSO)/bin:"*) ;; *) echo 'Aggiungere al PATH: $(PREFISSO)/bin';; esac

check: $(GRIGLIA) ## Controlla content/ senza scrivere niente
	$(GRIGLIA) check

fmt:
	cargo fmt --check

clippy: $(THEME)
	cargo clippy --locked --all-targets -- -D warnings

test-rust: $(THEME) strumenti-test
	cargo test --locked

test-web: site strumenti-test
	npm run test:web

test-fogli: $(GRIGLIA) ## Un foglio di raccolta compilato da un altro programma
	@./strumenti/installa python3:python3
	@python3 -c 'import ensurepip' 2>/dev/null || ./strumenti/installa venv:python3-venv
	./strumenti/prova-fogli $(GRIGLIA)

prova-fogli-libreoffice: ## Lo stesso, anche con LibreOffice
	@./strumenti/installa soffice:libreoffice-calc
	$(MAKE) --no-print-directory test-fogli

immagini: site strumenti-test ## Le figure del README
	npm run immagini

confronto-typst: $(THEME) ## Tempo, memoria e file di griglia e di typst, a confronto
	@./strumenti/installa pdfinfo:poppler-utils
	cargo build --release --locked --bin griglia --example griglia_pdf
	./strumenti/confronto-typst

confronto-sito: $(THEME) ## Tempo e memoria del sito intero, a confronto con hugo, zola e cp
	@./strumenti/installa hugo:hugo python3:python3 /usr/bin/time:time
	cargo build --release --locked --bin griglia --example sito
	./strumenti/confronto-sito --scrivi

prova-lunga: $(THEME) ## Le prove che chiedono minuti: guasti, contenuti ostili, fogli con LibreOffice
	cargo test --release --locked --test guasti --test riproducibile -- --include-ignored
	$(MAKE) --no-print-directory prova-lunga-ostile
	$(MAKE) --no-print-directory prova-fogli-libreoffice

prova-lunga-ostile: $(THEME) ## Le prove con contenuti ostili, nella misura intera
	GRIGLIA_OSTILE=lunga cargo test --release --locked --test ostile

fuzz: $(THEME) ## Dieci minuti di fuzzing per ciascun bersaglio (MINUTI=1: di meno)
	./strumenti/fuzz $(or $(MINUTI),10)

licenze: ## L'elenco delle licenze in docs/licenze.md
	./strumenti/licenze --scrivi

licenze-al-passo:
	./strumenti/licenze

clean: ## Toglie tutto ciò che è stato generato
	rm -rf target node_modules themes/italia/dist
	find output -mindepth 1 -not -name .gitignore -delete

# What Debian's packages provide; on other systems the commands must be there already.
strumenti-tema:
	@./strumenti/installa node:nodejs npm:npm

strumenti-test:
	@./strumenti/installa chromium:chromium pdftotext:poppler-utils qpdf:qpdf java:default-jre-headless parallel:parallel

aiuto: ## Questo elenco
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12
