//! The JSON Schemas of the YAML files, for editors: one for each kind of file.
//!
//! Owns which kinds there are and where their schemas stand; what they say comes from the forms that read
//! the files ([`crate::source::schema`]). It never touches the disk.

use schemars::Schema;
use serde_json::json;

use crate::source::schema::Described;
use crate::source::written::{
    CicloScritto, EnteScritto, ModificaScritta, RisultatiScritti, SchedeScritte,
};
use crate::theme::written::{AspettoScritto, TemaScritto};

/// The draft that editors understand.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";
/// The folder of the schemas, beside `content/`.
pub const CARTELLA: &str = "schema";
/// Stands in every schema: a file without it is somebody else's.
pub const SEGNO: &str = "Scritto da «griglia schema»: non modificare.";

/// A kind of YAML file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modulo {
    /// `ente.yaml`.
    Ente,
    /// `ciclo.yaml`.
    Ciclo,
    /// A card, or a list of them.
    Obiettivo,
    /// A file of `risultati/`.
    Risultati,
    /// `atto.yaml` in a folder of `modifiche/`.
    Atto,
    /// `pdf.yaml` of a theme.
    Pdf,
    /// `theme.yaml` of a theme.
    Tema,
}

impl Modulo {
    /// All of them.
    pub const TUTTI: [Self; 7] = [
        Self::Ente,
        Self::Ciclo,
        Self::Obiettivo,
        Self::Risultati,
        Self::Atto,
        Self::Pdf,
        Self::Tema,
    ];

    /// What it is called on the command line.
    #[must_use]
    pub const fn nome(self) -> &'static str {
        match self {
            Self::Ente => "ente",
            Self::Ciclo => "ciclo",
            Self::Obiettivo => "obiettivo",
            Self::Risultati => "risultati",
            Self::Atto => "atto",
            Self::Pdf => "pdf",
            Self::Tema => "tema",
        }
    }

    /// What it is, for who looks at it in an editor.
    const fn descrizione(self) -> &'static str {
        match self {
            Self::Ente => "ente.yaml: chi è l’ente.",
            Self::Ciclo => "ciclo.yaml: l’anno, gli atti, i settori.",
            Self::Obiettivo => "La scheda di un obiettivo, o un elenco di schede.",
            Self::Risultati => "I risultati degli obiettivi.",
            Self::Atto => "atto.yaml: l’atto che cambia il piano durante l’anno.",
            Self::Pdf => "pdf.yaml: l’aspetto dei PDF.",
            Self::Tema => "theme.yaml: che cos’è il tema.",
        }
    }

    /// Its schema's file, in [`CARTELLA`].
    #[must_use]
    pub fn file(self) -> String {
        format!("{}.json", self.nome())
    }

    /// Its schema.
    #[must_use]
    pub fn schema(self) -> Schema {
        let mut schema = match self {
            Self::Ente => EnteScritto::schema(),
            Self::Ciclo => CicloScritto::schema(),
            Self::Obiettivo => SchedeScritte::schema(),
            Self::Risultati => RisultatiScritti::schema(),
            Self::Atto => ModificaScritta::schema(),
            Self::Pdf => AspettoScritto::schema(),
            Self::Tema => TemaScritto::schema(),
        };
        for (key, value) in [
            ("$schema", DRAFT),
            ("$comment", SEGNO),
            ("title", self.nome()),
            ("description", self.descrizione()),
        ] {
            schema.insert(key.to_owned(), json!(value));
        }
        schema
    }

    /// The text of its file.
    #[must_use]
    pub fn testo(self) -> String {
        format!("{:#}\n", self.schema().to_value())
    }

    /// The first line of a file of this kind, at a path below the folder that holds `content/`: editors
    /// find the schema by it.
    #[must_use]
    pub fn riga(self, path: &str) -> String {
        let above = "../".repeat(path.matches('/').count());
        format!(
            "# yaml-language-server: $schema={above}{CARTELLA}/{}\n",
            self.file()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_leads_to_the_schema_from_any_depth() {
        assert_eq!(
            Modulo::Ente.riga("content/caluso/ente.yaml"),
            "# yaml-language-server: $schema=../../schema/ente.json\n"
        );
        assert_eq!(
            Modulo::Tema.riga("theme.yaml"),
            "# yaml-language-server: $schema=schema/tema.json\n"
        );
    }
}
