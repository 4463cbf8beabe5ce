//! The command line: every verb and flag is described here, once.

mod raccolta;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::bundle::Limite;
use crate::schema::{self, Modulo};

use super::parte::Parte;
pub(super) use raccolta::{Esporta, Importa};
use raccolta::{EsportaArgs, ImportaArgs};

const TEMPLATE: &str = "\
{about-with-newline}
Uso: {usage}

{all-args}{after-help}";

/// Dalle schede obiettivi al sito della trasparenza e ai PDF da allegare agli atti.
#[derive(Debug, Parser)]
#[command(
    name = "griglia",
    version,
    help_template = TEMPLATE,
    override_usage = "griglia [OPZIONI] COMANDO",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_help_heading = "Comandi",
    subcommand_value_name = "COMANDO",
    next_help_heading = "Opzioni",
    after_help = "Codici di uscita: 0 tutto bene; 1 ci sono errori nei contenuti o nell'aspetto dei PDF; 2 comando scritto male, oppure file che non si possono leggere o scrivere."
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,

    /// Lavora come se fosse stato eseguito in un'altra cartella
    #[arg(short = 'C', long, value_name = "CARTELLA", global = true)]
    pub(super) directory: Option<PathBuf>,

    /// Mostra questo aiuto
    #[arg(short = 'h', long = "aiuto", visible_alias = "help", action = clap::ArgAction::Help, global = true)]
    aiuto: Option<bool>,

    /// Mostra la versione
    #[arg(short = 'V', long = "versione", visible_alias = "version", action = clap::ArgAction::Version)]
    versione: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Controlla i contenuti e scrive sito e PDF
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia build [OPZIONI]",
        after_help = "Esempi:\n  griglia build\n  griglia build --contenuti content --output /srv/trasparenza\n  griglia build --ente caluso\n  griglia build --parte 3/16\n  griglia build --prova"
    )]
    Build(Build),
    /// Controlla i contenuti, senza scrivere niente
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia check [OPZIONI]",
        after_help = "Esempi:\n  griglia check\n  griglia check --severita errore\n  griglia check --format sarif > problemi.sarif"
    )]
    Check(Check),
    /// Comincia: scrive una cartella di contenuti di esempio, da cambiare
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia init [OPZIONI] [CARTELLA]",
        after_help = "Esempi:\n  griglia init\n  griglia init trasparenza --ente \"Comune di Esempio\" --anno 2026 --settore \"Affari generali\""
    )]
    Init(Init),
    /// Aggiunge ai contenuti un file nuovo, da completare
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia nuovo obiettivo|risultati|ciclo|modifica [OPZIONI]",
        subcommand_help_heading = "Che cosa",
        after_help = "Esempi:\n  griglia nuovo obiettivo --settore finanziario --titolo \"Sportello unico\"\n  griglia nuovo risultati --settore finanziario\n  griglia nuovo ciclo\n  griglia nuovo modifica --nome gc-100 --scheda FIN-01 --scheda TEC-02"
    )]
    Nuovo(NuovoArgs),
    /// Scrive un foglio di calcolo da far compilare a un settore
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia esporta raccolta --settore CODICE [OPZIONI]",
        subcommand_help_heading = "Che cosa",
        after_help = "Esempi:\n  griglia esporta raccolta --settore finanziario\n  griglia esporta raccolta --ente caluso --anno 2023 --settore finanziario -o finanziario.xlsx"
    )]
    Esporta(EsportaArgs),
    /// Riporta nei contenuti un foglio di calcolo compilato
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia importa raccolta FILE [OPZIONI]",
        subcommand_help_heading = "Che cosa",
        after_help = "Esempi:\n  griglia importa raccolta finanziario.xlsx\n  griglia importa raccolta finanziario.ods --prova"
    )]
    Importa(ImportaArgs),
    /// Scrive gli schemi con cui un editor completa e controlla i file mentre si scrive
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia schema [OPZIONI] [MODULO]",
        after_help = "Esempi:\n  griglia schema                    li scrive tutti nella cartella «schema»\n  griglia schema obiettivo          mostra quello di una scheda"
    )]
    Schema(Schema),
    /// Mostra il sito in un browser mentre si scrive, senza pubblicare niente
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia serve [OPZIONI]",
        after_help = "Esempi:\n  griglia serve\n  griglia serve --porta 9000"
    )]
    Serve(Serve),
    /// Verifica che una cartella pubblicata, o il suo zip, sia quella scritta da griglia
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia verify [OPZIONI] CARTELLA | ZIP...",
        after_help = "Esempi:\n  griglia verify output/caluso\n  griglia verify output/caluso --contenuti content\n  griglia verify caluso.zip\n  griglia verify caluso-1-di-2.zip caluso-2-di-2.zip"
    )]
    Verify(Verify),
    /// Mette una cartella pubblicata in un file zip, pronto da caricare
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia pacchetto [OPZIONI] CARTELLA...",
        after_help = "Esempi:\n  griglia pacchetto output/caluso\n  griglia pacchetto output/caluso --volume 50MB"
    )]
    Pacchetto(Pacchetto),
    /// Spiega una regola dei controlli, con un esempio sbagliato e uno giusto
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia spiega [CODICE]",
        after_help = "Esempi:\n  griglia spiega G012\n  griglia spiega pesi     le regole in cui se ne parla\n  griglia spiega"
    )]
    Spiega(Spiega),
    /// Scrive i completamenti per la riga di comando
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia completamento SHELL",
        after_help = "Esempi:\n  bash:  griglia completamento bash > ~/.local/share/bash-completion/completions/griglia\n  zsh:   griglia completamento zsh > ~/.zfunc/_griglia\n  fish:  griglia completamento fish > ~/.config/fish/completions/griglia.fish"
    )]
    Completamento(Completamento),
    /// Scrive le pagine di manuale (man) di ogni comando
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia man CARTELLA",
        after_help = "Esempio:\n  griglia man ~/.local/share/man/man1"
    )]
    Man(Man),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Init {
    /// Cartella in cui scrivere [se non detto: quella in cui si è]
    #[arg(value_name = "CARTELLA")]
    pub(super) folder: Option<PathBuf>,

    /// Nome dell'ente: «Comune di …»
    #[arg(long, value_name = "NOME")]
    pub(super) ente: Option<String>,

    /// Anno del piano
    #[arg(long, value_name = "ANNO")]
    pub(super) anno: Option<String>,

    /// Nome di un primo settore
    #[arg(long, value_name = "NOME")]
    pub(super) settore: Option<String>,

    /// Chi ne risponde
    #[arg(long, value_name = "NOME")]
    pub(super) responsabile: Option<String>,
}

#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub(super) struct NuovoArgs {
    #[command(subcommand)]
    pub(super) what: Nuovo,
}

/// What can be added.
#[derive(Debug, Subcommand)]
pub(super) enum Nuovo {
    /// Una scheda, con il codice e il numero che seguono
    #[command(help_template = TEMPLATE, override_usage = "griglia nuovo obiettivo --settore CODICE [OPZIONI]", after_help = "Esempi:\n  griglia nuovo obiettivo --settore finanziario --titolo \"Sportello unico\"\n  griglia nuovo obiettivo --settore struttura --ciclo 2026")]
    Obiettivo(NuovaScheda),
    /// Un file di risultati, con ogni obiettivo e indicatore di un settore
    #[command(help_template = TEMPLATE, override_usage = "griglia nuovo risultati --settore CODICE [OPZIONI]", after_help = "Esempi:\n  griglia nuovo risultati --settore finanziario\n  griglia nuovo risultati --settore struttura --ciclo 2026")]
    Risultati(NuoviRisultati),
    /// Il ciclo dell'anno dopo, con i settori e gli obiettivi che continuano
    #[command(help_template = TEMPLATE, override_usage = "griglia nuovo ciclo [OPZIONI]", after_help = "Esempi:\n  griglia nuovo ciclo\n  griglia nuovo ciclo --ente caluso --ciclo 2025")]
    Ciclo(NuovoCiclo),
    /// La cartella di un atto che cambia il piano, con le schede come sono adesso
    #[command(help_template = TEMPLATE, override_usage = "griglia nuovo modifica [OPZIONI]", after_help = "Esempi:\n  griglia nuovo modifica\n  griglia nuovo modifica --nome gc-100 --scheda FIN-01 --scheda TEC-02 --togli TEC-04")]
    Modifica(NuovaModifica),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct NuovaScheda {
    /// Codice del settore, o «struttura» per tutto l'ente
    #[arg(long, value_name = "CODICE")]
    pub(super) settore: String,

    /// Titolo dell'obiettivo
    #[arg(
        long,
        value_name = "TITOLO",
        default_value = "Titolo da scrivere",
        hide_default_value = true
    )]
    pub(super) titolo: String,

    #[command(flatten)]
    pub(super) place: Dove,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct NuoviRisultati {
    /// Codice del settore, o «struttura» per tutto l'ente
    #[arg(long, value_name = "CODICE")]
    pub(super) settore: String,

    #[command(flatten)]
    pub(super) place: Dove,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct NuovoCiclo {
    #[command(flatten)]
    pub(super) place: Dove,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct NuovaModifica {
    /// Nome della cartella dell'atto: per esempio gc-100
    #[arg(long, value_name = "NOME")]
    pub(super) nome: Option<String>,

    /// Codice di una scheda che cambia; si può ripetere
    #[arg(long, value_name = "CODICE")]
    pub(super) scheda: Vec<String>,

    /// Codice di una scheda che esce dal piano; si può ripetere
    #[arg(long, value_name = "CODICE")]
    pub(super) togli: Vec<String>,

    /// Oggetto dell'atto
    #[arg(
        long,
        value_name = "OGGETTO",
        default_value = "Modifica del piano della performance",
        hide_default_value = true
    )]
    pub(super) oggetto: String,

    #[command(flatten)]
    pub(super) place: Dove,
}

/// Where something is added.
#[derive(Debug, Args)]
pub(super) struct Dove {
    #[command(flatten)]
    pub(super) content: Content,

    /// Codice dell'ente, quando sono più d'uno
    #[arg(long, value_name = "CODICE")]
    pub(super) ente: Option<String>,

    /// Ciclo [se non detto: l'ultimo]
    #[arg(long, alias = "anno", value_name = "CODICE")]
    pub(super) ciclo: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Schema {
    /// ente, ciclo, obiettivo, risultati, atto, pdf o tema [se non detto: tutti, nella cartella]
    #[arg(value_name = "MODULO", value_parser = Modulo::TUTTI.map(Modulo::nome), hide_possible_values = true)]
    pub(super) modulo: Option<String>,

    /// Cartella in cui scriverli [se non detto: schema]
    #[arg(short, long, value_name = "CARTELLA", default_value = schema::CARTELLA, hide_default_value = true)]
    pub(super) output: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) content: Content,

    /// Porta su cui rispondere; se è occupata, la prima libera dopo [se non detto: 8000]
    #[arg(
        short,
        long,
        value_name = "NUMERO",
        default_value_t = 8000,
        hide_default_value = true
    )]
    pub(super) porta: u16,

    /// Dice solo i problemi
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Verify {
    /// Cartella di un ente, come l'ha scritta «griglia build», oppure il suo zip; se è diviso, tutte le parti
    #[arg(value_name = "CARTELLA | ZIP", required = true)]
    pub(super) places: Vec<PathBuf>,

    /// Dice anche se i contenuti sono cambiati da allora
    #[arg(short = 'c', long = "contenuti", value_name = "CARTELLA")]
    pub(super) content: Option<PathBuf>,

    /// Dice solo i difetti
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Pacchetto {
    /// Cartella di un ente, come l'ha scritta «griglia build»; se ne può dire più d'una
    #[arg(value_name = "CARTELLA", required = true)]
    pub(super) folders: Vec<PathBuf>,

    /// Divide in più file, nessuno più grande di così: 50MB
    #[arg(long, value_name = "MISURA")]
    pub(super) volume: Option<Limite>,

    /// Cartella in cui scrivere gli zip [se non detto: accanto alla cartella dell'ente]
    #[arg(short, long, value_name = "CARTELLA")]
    pub(super) output: Option<PathBuf>,

    /// Dice solo i problemi
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Spiega {
    /// Codice della regola, come lo dice «griglia check», oppure una parola [se non detto: l'elenco di
    /// tutte]
    #[arg(value_name = "CODICE")]
    pub(super) codice: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Completamento {
    /// bash, zsh, fish o powershell
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub(super) shell: Conchiglia,
}

/// The shells that complete words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Conchiglia {
    /// GNU Bash.
    Bash,
    /// Z shell.
    Zsh,
    /// Fish.
    Fish,
    /// `PowerShell`.
    Powershell,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Man {
    /// Cartella in cui scrivere le pagine
    #[arg(value_name = "CARTELLA")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) content: Content,

    /// Cartella in cui scrivere sito e PDF [se non detto: output]
    #[arg(
        short,
        long,
        value_name = "CARTELLA",
        default_value = "output",
        hide_default_value = true
    )]
    pub(super) output: PathBuf,

    /// Scrive solo questo ente, per nome della cartella; si può ripetere
    #[arg(long, value_name = "ENTE")]
    pub(super) ente: Vec<String>,

    /// Scrive solo gli enti che hanno un ciclo di quest'anno, ciascuno per intero
    #[arg(long, value_name = "ANNO")]
    pub(super) anno: Option<i32>,

    /// Scrive solo una parte degli enti, sempre la stessa: «3/16» è la terza di sedici
    #[arg(long, value_name = "K/N", conflicts_with_all = ["ente", "indice"])]
    pub(super) parte: Option<Parte>,

    /// Scrive solo la pagina che elenca gli enti già pubblicati, dopo le parti
    #[arg(long, conflicts_with_all = ["ente", "anno"])]
    pub(super) indice: bool,

    #[command(flatten)]
    pub(super) differenze: Differenze,

    /// Dice solo i problemi
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// What is told of what differs from before.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Differenze {
    /// Dice che cosa cambierebbe, senza scrivere niente
    #[arg(long, visible_alias = "dry-run", conflicts_with = "indice")]
    pub(super) prova: bool,

    /// Dice ogni file cambiato, nuovo o tolto
    #[arg(
        short = 'v',
        long = "dettagli",
        visible_alias = "verbose",
        conflicts_with = "quiet"
    )]
    pub(super) dettagli: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) content: Content,

    /// Come dire i problemi: testo, json o sarif [se non detto: testo]
    #[arg(
        long,
        value_name = "FORMATO",
        default_value = "testo",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: Formato,

    /// Da quale gravità in su: nota, avviso o errore [se non detto: avviso]
    #[arg(
        long,
        value_name = "GRAVITÀ",
        default_value = "avviso",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) severita: Severita,

    /// Dice solo i problemi
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// How problems are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Formato {
    /// To people.
    Testo,
    /// To programs.
    Json,
    /// To editors and code hosts.
    Sarif,
}

/// The least severity that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Severita {
    /// Everything, down to what could be said better.
    Nota,
    /// What somebody should look at.
    Avviso,
    /// Only what keeps an ente from being published.
    Errore,
}

#[derive(Debug, Args)]
pub(super) struct Content {
    /// Cartella dei contenuti [se non detto: content]
    #[arg(
        short = 'c',
        long = "contenuti",
        value_name = "CARTELLA",
        default_value = "content",
        hide_default_value = true
    )]
    pub(super) folder: PathBuf,
}
