//! The kinds of page, one module each: the model and the words that depend on the data.

pub(super) mod altrove;
pub(super) mod anno;
pub(super) mod atti;
pub(super) mod comuni;
pub(super) mod confronto;
pub(super) mod dati;
pub(super) mod documenti;
pub(super) mod ente;
pub(super) mod gruppi;
pub(super) mod indice;
pub(super) mod mappa;
pub(super) mod modifica;
pub(super) mod non_trovata;
pub(super) mod obiettivo;
pub(super) mod pagina;
pub(super) mod piano;
pub(super) mod programmazione;
pub(super) mod raccolta;
pub(super) mod ricerca;
pub(super) mod settore;
pub(super) mod ufficio;
pub(super) mod vicini;
