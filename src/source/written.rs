//! The forms of `content/`, as written.
//!
//! Every key of every YAML file is declared here, once. A key that is not here is refused, with the
//! nearest one that is.

use super::form::{Coppie, Lista, Scritto, UnoOVoci, Voci, form};

form! {
    /// `ente.yaml`.
    pub struct EnteScritto {
        /// *Comune di Caluso*.
        denominazione: Scritto,
        /// The language of pages and PDFs: Italian without it.
        lingua: Scritto,
        /// *Caluso*; without it, the last word of the denominazione.
        luogo: Scritto,
        /// *Città metropolitana di Torino*.
        territorio: Scritto,
        /// Address of the institutional site.
        sito: Scritto,
        /// Address of the accessibility declaration on `AgID`'s form.
        dichiarazione_accessibilita: Scritto,
        /// The public address of the folder of the site.
        indirizzo: Scritto,
        /// The code in the index of public administrations.
        codice_ipa: Scritto,
        /// The licence of the open data: `CC BY 4.0` without it.
        licenza_dati: Scritto,
        /// Address of the privacy policy.
        privacy: Scritto,
        /// Address of the frequent questions.
        faq: Scritto,
        /// Address where to report what does not work.
        segnalazioni: Scritto,
        /// `sì` to publish the names of employees who hold no office.
        pubblica_personale: Scritto,
        /// The coat of arms.
        stemma: StemmaScritto,
        /// The colour of its pages: *"#0066CC"*.
        colore: Scritto,
        /// Short forms and what each stands for.
        abbreviazioni: Coppie,
        /// Words of other languages, each with its language.
        parole_straniere: Coppie,
        /// `sì` to put the open data of the year inside the PDFs that close it.
        allega_dati: Scritto,
    }
}

form! {
    /// `stemma` in `ente.yaml`.
    pub struct StemmaScritto {
        /// The file, beside `ente.yaml`.
        file: Scritto,
        /// What it shows, for who does not see it.
        testo_alternativo: Scritto,
    }
}

form! {
    /// `ciclo.yaml`.
    pub struct CicloScritto {
        /// The year of the results, or the years: *2025-2027*.
        anno: Scritto,
        /// *2024-2026*.
        triennio: Scritto,
        /// What the objectives of the whole entity are called.
        struttura: Scritto,
        /// `no` when only some cards of the plan are in the documents.
        piano_completo: Scritto,
        /// What the weights sum to.
        pesi: PesiScritti,
        /// The bands of grades.
        fasce: Vec<FasciaScritta>,
        /// The highest grade, where it is more than 100 %.
        grado_massimo: Scritto,
        /// Who validates the grades.
        validatore: Scritto,
        /// The form of the cards.
        modello: ModelloScritto,
        /// What stands above the objectives.
        programmazione: Vec<NodoScritto>,
        /// The acts.
        atti: Vec<AttoScritto>,
        /// The settori.
        settori: Vec<SettoreScritto>,
        /// Place and date of the relazione.
        relazione: RelazioneScritta,
        /// When the content was last checked.
        aggiornato: Scritto,
        /// Names that the folder had before.
        alias: Lista,
    }
}

form! {
    /// `pesi` in `ciclo.yaml`.
    pub struct PesiScritti {
        /// `settore`, `ente` or `persona`.
        ambito: Scritto,
        /// What they sum to.
        totale: Scritto,
        /// `somma` or `riproporzionati`.
        regola: Scritto,
    }
}

form! {
    /// A band of grades in `ciclo.yaml`.
    pub struct FasciaScritta {
        /// Its name.
        nome: Scritto,
        /// The lowest grade in it.
        da: Scritto,
        /// What every grade in it counts.
        vale: Scritto,
    }
}

form! {
    /// `modello` in `ciclo.yaml`.
    pub struct ModelloScritto {
        /// The sections of a card, in order.
        sezioni: Vec<Scritto>,
        /// Names that differ from the usual ones.
        nomi: Voci,
    }
}

form! {
    /// A node of `programmazione` in `ciclo.yaml`.
    pub struct NodoScritto {
        /// Its code, as text: `01.02`.
        codice: Scritto,
        /// What it is: *linea di mandato*, *programma*.
        livello: Scritto,
        /// Its title.
        titolo: Scritto,
        /// The codes of what stands above it.
        sotto: Lista,
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
        /// Who signed it.
        firme: Vec<FirmaScritta>,
    }
}

form! {
    /// A signature of an act.
    pub struct FirmaScritta {
        /// In which office: *Il Presidente*.
        ruolo: Scritto,
        /// Who.
        nome: Scritto,
    }
}

form! {
    /// `atto.yaml` in a folder of `modifiche/`: the act that changes the plan.
    pub struct ModificaScritta {
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
        /// Why the plan changes.
        motivazione: Scritto,
        /// From what the change was reconstructed, when the act is not among the documents.
        ricostruita: Scritto,
        /// At what time the sitting began.
        ora: Scritto,
        /// From when the act is published.
        pubblicata: Scritto,
        /// From when it is in force.
        esecutiva: Scritto,
        /// The acts that it recalls.
        richiami: Lista,
        /// Who was called to the sitting.
        presenti: Vec<ComponenteScritto>,
        /// Who presided.
        presidente: Scritto,
        /// Who kept the minutes.
        segretario: Scritto,
        /// The cards of the plan that it takes out.
        eliminati: Vec<EliminatoScritto>,
    }
}

form! {
    /// A member of the organ in `atto.yaml`.
    pub struct ComponenteScritto {
        /// Who.
        nome: Scritto,
        /// As what.
        carica: Scritto,
        /// `no` who was not there.
        presente: Scritto,
    }
}

form! {
    /// A card that an act takes out of the plan.
    pub struct EliminatoScritto {
        /// The code of the card.
        obiettivo: Scritto,
        /// Why.
        motivo: Scritto,
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
        /// `settore`, `area`, `direzione`, `servizio`, `ufficio` or `altro`.
        tipo: Scritto,
        /// The body that it belongs to, in a plan of several.
        ente: Scritto,
        /// Who answers for it.
        responsabile: Scritto,
        /// `no` when the objectives of struttura do not bear on it.
        struttura: Scritto,
        /// `no` when the relazione does not report on it.
        relazione: Scritto,
        /// The units inside it.
        uffici: Vec<UfficioScritto>,
        /// What happens to it during the year.
        vicende: Vec<VicendaScritta>,
        /// What the act has wrong and keeps.
        segnalazioni: Vec<SegnalazioneScritta>,
    }
}

form! {
    /// An ufficio of a settore.
    pub struct UfficioScritto {
        /// Its code.
        codice: Scritto,
        /// Its name.
        nome: Scritto,
        /// Who answers for it.
        responsabile: Scritto,
    }
}

form! {
    /// What happens to a settore on a day.
    pub struct VicendaScritta {
        /// From which day.
        dal: Scritto,
        /// Its name from then on.
        nome: Scritto,
        /// Who answers from then on.
        responsabile: Scritto,
        /// The settore that it becomes part of.
        confluisce_in: Scritto,
        /// Why, or by which act.
        nota: Scritto,
    }
}

form! {
    /// Something wrong in the act, kept as approved.
    pub struct SegnalazioneScritta {
        /// The words or the figure as they stand in the act.
        come_approvato: Scritto,
        /// What is wrong with them.
        motivazione: Scritto,
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
    /// A card in `obiettivi/` or in a folder of `modifiche/`.
    pub struct SchedaScritta {
        /// Its code.
        codice: Scritto,
        /// Codes that it had before.
        alias: Lista,
        /// Its number.
        numero: Scritto,
        /// Its title.
        titolo: Scritto,
        /// The years that it is for, where the ciclo covers more.
        anno: Scritto,
        /// *2 di 3*.
        annualita: Scritto,
        /// *innovativo*, *mantenimento*, *sviluppo*, *strategico*.
        tipo: Lista,
        /// The code of its settore, or `struttura`.
        settore: Scritto,
        /// The code of its ufficio in the settore.
        ufficio: Scritto,
        /// The shares of several settori or people, instead of a settore.
        quote: Vec<QuotaScritta>,
        /// Who answers for it, where that is not the settore's responsabile.
        responsabile: Scritto,
        /// Its weight, or `condizione`.
        peso: Scritto,
        /// The field *collegamento DUP*.
        collegamento_dup: Scritto,
        /// The codes of what stands above it in `programmazione`.
        sotto: Lista,
        /// The code of the objective that it is a part of.
        parte_di: Scritto,
        /// The objective of an earlier year that it goes on from: `FIN-01`, `2022/FIN-01`.
        continua: Scritto,
        /// What will be done and why.
        descrizione: Scritto,
        /// The steps.
        fasi: Vec<FaseScritta>,
        /// Who works on it, by office or role.
        risorse_umane: Scritto,
        /// With which means.
        risorse_strumentali: Scritto,
        /// At which cost.
        costi: Scritto,
        /// What should come out.
        risultati_attesi: Scritto,
        /// What came out, where the approved card says so already.
        risultati_ottenuti: Scritto,
        /// By what it is measured.
        indicatori: Vec<IndicatoreScritto>,
        /// Who works on it, one by one.
        personale: Vec<PersonaScritta>,
        /// What the act has wrong and keeps.
        segnalazioni: Vec<SegnalazioneScritta>,
        /// In `modifiche/`: `modificato`, `eliminato` or `inserito`.
        cambio: Scritto,
        /// In `modifiche/`: why.
        motivo: Scritto,
    }
}

form! {
    /// A share of an objective.
    pub struct QuotaScritta {
        /// Whose.
        settore: Scritto,
        /// How much of the weight; without it, as much as the others.
        quota: Scritto,
        /// Who answers for it.
        responsabile: Scritto,
        /// From which day.
        dal: Scritto,
        /// To which day.
        al: Scritto,
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
        /// *quantità*, *tempo*, *costo*, *qualità* or *attività*.
        categoria: Scritto,
        /// What it measures.
        nome: Scritto,
        /// When, in words.
        tempistica: Scritto,
        /// The months planned, of an activity ticked month by month.
        mesi: Scritto,
        /// Its weight within the objective, or `condizione`.
        peso: Scritto,
        /// `basso` when less is better.
        meglio: Scritto,
        /// Where it started from.
        base: Scritto,
        /// What it was in years past.
        storico: Voci,
        /// Its target, or one for each year or settore.
        atteso: UnoOVoci,
        /// The same as `atteso`, in the words of other forms.
        previsto: UnoOVoci,
        /// How it is computed.
        formula: Scritto,
        /// Where its figures come from.
        fonte: Scritto,
    }
}

form! {
    /// Somebody who works on an objective.
    pub struct PersonaScritta {
        /// The category.
        categoria: Scritto,
        /// The name.
        nome: Scritto,
        /// How much of their work goes into it.
        partecipazione: Scritto,
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
    /// The result of an objective, or of a node of `programmazione`.
    pub struct RisultatoScritto {
        /// The code of the objective.
        obiettivo: Scritto,
        /// Instead of the objective: the code of a node of `programmazione`.
        programma: Scritto,
        /// The validated grade.
        grado: Scritto,
        /// The validated grades by settore, for an objective of struttura or a shared one.
        gradi: Voci,
        /// Points: *18 su 20*.
        punti: Scritto,
        /// *raggiunto*, *parzialmente raggiunto*, *non raggiunto*, *non valutabile*, *rinviato*.
        esito: Scritto,
        /// The grade that the responsabile declared.
        dichiarato: Scritto,
        /// Who declared it.
        dichiarato_da: Scritto,
        /// Why the grade is far from what the indicators say.
        motivazione: Scritto,
        /// What there is to add.
        nota: Scritto,
        /// How the griglia sums the indicators up, in words of its own.
        in_griglia: Lista,
        /// What came out, in words.
        risultati_ottenuti: Scritto,
        /// What its indicators reached.
        indicatori: Vec<RaggiuntoScritto>,
        /// The check during the year.
        verifica_intermedia: VerificaScritta,
        /// The check at the end.
        verifica_finale: VerificaScritta,
        /// What is behind the plan at the end.
        scostamento: ScostamentoScritto,
        /// What the act has wrong and keeps.
        segnalazioni: Vec<SegnalazioneScritta>,
    }
}

form! {
    /// What an indicator reached.
    pub struct RaggiuntoScritto {
        /// The name of the indicator.
        nome: Scritto,
        /// Its result, or one for each year or settore.
        raggiunto: UnoOVoci,
        /// The same as `raggiunto`, in the words of other forms.
        ottenuto: UnoOVoci,
        /// *raggiunto*, *parziale*, *non raggiunto*, where the result is words.
        esito: Scritto,
        /// How far, of one reached in part.
        percentuale: Scritto,
        /// The months done, of an activity ticked month by month.
        mesi: Scritto,
        /// What there is to add.
        nota: Scritto,
    }
}

form! {
    /// A check.
    pub struct VerificaScritta {
        /// The day that it looks at.
        al: Scritto,
        /// *Media valore raggiunto %*, where it is stated.
        valore_raggiunto: Scritto,
        /// *Media rispetto dei tempi %*, where it is stated.
        rispetto_tempi: Scritto,
        /// What is behind the plan.
        scostamento: ScostamentoScritto,
    }
}

form! {
    /// What is behind the plan, and what is done about it.
    pub struct ScostamentoScritto {
        /// Why.
        cause: Scritto,
        /// Why, where the reason lies outside the office.
        cause_esterne: Scritto,
        /// With which effects.
        effetti: Scritto,
        /// What is done about it.
        provvedimenti: ProvvedimentiScritti,
    }
}

form! {
    /// What is done about something behind the plan.
    pub struct ProvvedimentiScritti {
        /// What has been done.
        intrapresi: Scritto,
        /// What is to be done.
        da_attivare: Scritto,
    }
}
