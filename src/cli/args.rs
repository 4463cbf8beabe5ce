//! The command line: every verb and flag is described here, once.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

const TEMPLATE: &str = "\
{about-with-newline}
Uso: {usage}

{all-args}

{after-help}";

/// Dalle schede obiettivi al sito della trasparenza e ai PDF da allegare agli atti.
#[derive(Debug, Parser)]
#[command(
    name = "griglia",
    version,
    help_template = TEMPLATE,
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
    #[command(help_template = TEMPLATE, override_usage = "griglia build [OPZIONI]")]
    Build(Build),
    /// Controlla i contenuti, senza scrivere niente
    #[command(help_template = TEMPLATE, override_usage = "griglia check [OPZIONI]")]
    Check(Check),
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

    /// Dice solo i problemi
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) content: Content,

    /// Dice solo i problemi
    #[arg(short, long)]
    pub(super) quiet: bool,
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
