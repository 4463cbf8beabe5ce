//! What the verbs of a raccolta take.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Content, TEMPLATE};

#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub(in crate::cli) struct EsportaArgs {
    #[command(subcommand)]
    pub(in crate::cli) what: Esporta,
}

/// What can be exported.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Esporta {
    /// I risultati di un settore: obiettivi e indicatori, da compilare
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia esporta raccolta --settore CODICE [OPZIONI]",
        after_help = "Esempi:\n  griglia esporta raccolta --settore finanziario\n  griglia esporta raccolta --anno 2023 --settore struttura -o struttura.xlsx"
    )]
    Raccolta(EsportaRaccolta),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct EsportaRaccolta {
    /// Codice del settore, o «struttura» per tutto l'ente
    #[arg(long, value_name = "CODICE")]
    pub(in crate::cli) settore: String,

    #[command(flatten)]
    pub(in crate::cli) content: Content,

    /// Codice dell'ente, quando sono più d'uno
    #[arg(long, value_name = "CODICE")]
    pub(in crate::cli) ente: Option<String>,

    /// Anno, o codice del ciclo [se non detto: l'ultimo]
    #[arg(long, alias = "ciclo", value_name = "ANNO")]
    pub(in crate::cli) anno: Option<String>,

    /// File da scrivere [se non detto: raccolta-ENTE-ANNO-SETTORE.xlsx]
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub(in crate::cli) struct ImportaArgs {
    #[command(subcommand)]
    pub(in crate::cli) what: Importa,
}

/// What can be imported.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Importa {
    /// I risultati di un settore, dal foglio esportato e compilato
    #[command(
        help_template = TEMPLATE,
        override_usage = "griglia importa raccolta FILE [OPZIONI]",
        after_help = "Esempi:\n  griglia importa raccolta finanziario.xlsx\n  griglia importa raccolta finanziario.ods --prova\n  griglia importa raccolta finanziario.xlsx --si"
    )]
    Raccolta(ImportaRaccolta),
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Opzioni")]
pub(in crate::cli) struct ImportaRaccolta {
    /// Foglio compilato, .xlsx o .ods
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,

    #[command(flatten)]
    pub(in crate::cli) content: Content,

    /// Mostra che cosa cambierebbe, senza scrivere niente
    #[arg(long, visible_alias = "dry-run")]
    pub(in crate::cli) prova: bool,

    /// Scrive senza chiedere
    #[arg(long)]
    pub(in crate::cli) si: bool,
}
