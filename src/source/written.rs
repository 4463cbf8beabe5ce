//! The forms of `content/`, as written.
//!
//! Every key of every YAML file is declared here, once. A key that is not here is refused, with the
//! nearest one that is.

use super::form::{Scritto, Voci, form};

form! {
    /// `ente.yaml`.
    pub struct EnteScritto {
        /// *Comune di Caluso*.
        denominazione: Scritto,
        /// *Caluso*; without it, the last word of the denominazione.
        luogo: Scritto,
        /// *Città metropolitana di Torino*.
        territorio: Scritto,
        /// Address of the institutional site.
        sito: Scritto,
        /// Address of the accessibility declaration on `AgID`'s form.
        dichiarazione_accessibilita: Scritto,
    }
}

form! {
    /// `ciclo.yaml`.
    pub struct CicloScritto {
        /// The year of the results.
        anno: Scritto,
        /// *2024-2026*.
        triennio: Scritto,
        /// The acts.
        atti: Vec<AttoScritto>,
        /// The settori.
        settori: Vec<SettoreScritto>,
        /// Place and date of the relazione.
        relazione: RelazioneScritta,
    }
}

form! {
    /// An act in `ciclo.yaml`.
    pub struct AttoScritto {
        /// `piano`, `peg`, `modifica` or `relazione`.
        ruolo: Scritto,
        /// *Giunta comunale*.
        organo: Scritto,
        /// *G.C.*; without it, the initials of the organo.
        sigla: Scritto,
        /// Its number, once it has one.
        numero: Scritto,
        /// Its date, once it has one.
        data: Scritto,
        /// Its subject.
        oggetto: Scritto,
    }
}

form! {
    /// A settore in `ciclo.yaml`.
    pub struct SettoreScritto {
        /// Its code.
        codice: Scritto,
        /// Its full name.
        nome: Scritto,
        /// Its short name; without it, the full one.
        nome_breve: Scritto,
        /// Who answers for it.
        responsabile: Scritto,
        /// `no` when the objectives of struttura do not bear on it.
        struttura: Scritto,
    }
}

form! {
    /// `relazione` in `ciclo.yaml`.
    pub struct RelazioneScritta {
        /// Where it is signed.
        luogo: Scritto,
        /// When it is signed.
        data: Scritto,
    }
}

form! {
    /// A card in `obiettivi/`.
    pub struct SchedaScritta {
        /// Its code.
        codice: Scritto,
        /// Its number.
        numero: Scritto,
        /// Its title.
        titolo: Scritto,
        /// *2 di 3*.
        annualita: Scritto,
        /// The code of its settore, or `struttura`.
        settore: Scritto,
        /// Who answers for it, where that is not the settore's responsabile.
        responsabile: Scritto,
        /// Its weight.
        peso: Scritto,
        /// What will be done and why.
        descrizione: Scritto,
        /// The steps.
        fasi: Vec<FaseScritta>,
        /// By what it is measured.
        indicatori: Vec<IndicatoreScritto>,
    }
}

form! {
    /// A step of a card.
    pub struct FaseScritta {
        /// What is done.
        descrizione: Scritto,
        /// When: `gennaio-maggio`.
        mesi: Scritto,
    }
}

form! {
    /// An indicator of a card.
    pub struct IndicatoreScritto {
        /// *quantità*, *tempo*, *costo* or *qualità*.
        categoria: Scritto,
        /// What it measures.
        nome: Scritto,
        /// Its target.
        atteso: Scritto,
    }
}

form! {
    /// A file in `risultati/`.
    pub struct RisultatiScritti {
        /// One per objective.
        risultati: Vec<RisultatoScritto>,
    }
}

form! {
    /// The result of an objective.
    pub struct RisultatoScritto {
        /// The code of the objective.
        obiettivo: Scritto,
        /// The validated grade, for an objective of a settore.
        grado: Scritto,
        /// The validated grades by settore, for an objective of struttura.
        gradi: Voci,
        /// What its indicators reached.
        indicatori: Vec<RaggiuntoScritto>,
    }
}

form! {
    /// What an indicator reached.
    pub struct RaggiuntoScritto {
        /// The name of the indicator.
        nome: Scritto,
        /// Its result.
        raggiunto: Scritto,
    }
}
