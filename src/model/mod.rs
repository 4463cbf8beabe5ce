//! The performance cycle as types: who promised what, with which weight, and what came of it.
//!
//! This module owns the domain and its words, which are those of the acts. It never reads a file,
//! prints, or knows that HTML and PDF exist. A value of these types has passed the checks of
//! [`crate::check`]: codes are unique, references lead somewhere, weights and grades are within
//! their bounds.
//!
//! ```text
//! Ente ─┬─ Pagina*                       pages of text: how to read, legal notes …
//!       └─ Ciclo* ─┬─ Atto*              the deliberations that the cycle rests on
//!                  ├─ Settore* ─ Ufficio*  who answers
//!                  ├─ Nodo*              what stands above the objectives
//!                  ├─ Regole, Modello    how an ente counts, what its cards look like
//!                  ├─ Obiettivo* ─┬─ Fase*, Indicatore*
//!                  │              └─ Risultato ─ Esito   what the Nucleo/OIV validated, if any
//!                  ├─ Modifica* ─ Cambio*  what acts changed in the plan
//!                  └─ Relazione          the narrative, chapter by chapter
//! ```

mod anni;
mod atto;
mod ciclo;
mod codice;
mod colore;
mod data;
mod documento;
mod ente;
mod fase;
mod grandezza;
mod indicatore;
mod lingua;
mod modello;
mod obiettivo;
mod piano;
mod programmazione;
mod pubblicazione;
mod regole;
mod risultato;
mod settore;
mod testo;
mod valore;

pub use anni::{Anni, AnniNonValidi, leggi_anni};
pub use atto::{Atto, Firma, Numerazione, RuoloAtto, RuoloFirma};
pub use ciclo::{Ciclo, Estensione, Fonte, Parte, Relazione};
pub use codice::{Codice, CodiceNonValido};
pub use colore::{Colore, ColoreNonValido, leggi_colore};
pub use data::{DataNonValida, DataScritta, MESI, leggi_data, sembra_data};
pub use documento::{FileAllegato, FormatoAllegato, TipoAllegato};
pub use ente::{
    Contatti, DatiAllegati, Ente, Immagini, NomiPersonale, Pagina, Recapiti, Stemma, Testo,
};
pub use fase::{Fase, Mese, Mesi, MesiNonValidi, leggi_mesi};
pub use grandezza::{
    GrandezzaNonValida, Percentuale, Peso, leggi_numero, leggi_percentuale, leggi_peso, leggi_punti,
};
pub use indicatore::{
    CategoriaIndicatore, ChiaveValore, EsitoIndicatore, Indicatore, Ottenuto, Valori, Verso,
};
pub use lingua::{Lingua, LinguaNonValida};
pub use modello::{Modello, VoceModello};
pub use obiettivo::{
    Ambito, Annualita, AnnualitaNonValida, Conta, Continuazione, Legami, Obiettivo, Persona, Quota,
    Risorse, TipoObiettivo, leggi_annualita,
};
pub use piano::{
    Cambio, Componente, Effetto, GenereCambio, Modifica, Presenza, Seduta, Versione, in_vigore,
};
pub use programmazione::Nodo;
pub use pubblicazione::{CodiceIpa, Indirizzo, IndirizzoNonValido, Licenza, Pubblicazione};
pub use regole::{AmbitoPesi, Fascia, Pesi, RegolaPesi, Regole};
pub use risultato::{Dichiarazione, Esito, Risultato, Scostamento, Valutazione, Verifica};
pub use settore::{
    LegameStruttura, Rendiconto, Responsabile, Segnalazione, Settore, TipoUnita, Ufficio, Vicenda,
};
pub use testo::{Brano, GenereBrano, brani, paragrafi};
pub use valore::{Valore, ValoreScritto, leggi_valore};
