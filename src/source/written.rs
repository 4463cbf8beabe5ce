//! The forms of `content/`, as written.
//!
//! Every key of every YAML file is declared here, once, with what editors say of it. A key that is not here
//! is refused, with the nearest one that is.

use schemars::Schema;

use super::form::{Coppie, Form, Lista, Reader, Scritto, UnoOVoci, Voci, form};
use super::node::{Node, NodeKind};
use super::schema::{Described, one_of};

form! {
    /// `ente.yaml`.
    pub struct EnteScritto {
        /// *Comune di Caluso*.
        denominazione: Scritto = "Il nome per intero dell’ente." ["Comune di Caluso"],
        /// The language of pages and PDFs: Italian without it.
        lingua: Scritto = "La lingua delle pagine e dei PDF; senza, l’italiano." ["it", "de"],
        /// *Caluso*; without it, the last word of the denominazione.
        luogo: Scritto = "Il nome del luogo; senza, l’ultima parola della denominazione." ["Caluso"],
        /// *Città metropolitana di Torino*.
        territorio: Scritto = "La provincia o città metropolitana." ["Città metropolitana di Torino"],
        /// Address of the institutional site.
        sito: Scritto = "L’indirizzo del sito istituzionale, da https:// in poi." ["https://www.comune.esempio.it"],
        /// Address of the accessibility declaration on `AgID`'s form.
        dichiarazione_accessibilita: Scritto
            = "L’indirizzo della dichiarazione di accessibilità, nel modulo di AgID." ["https://form.agid.gov.it/view/…"],
        /// The public address of the folder of the site.
        indirizzo: Scritto
            = "L’indirizzo pubblico della cartella di questo sito: serve per la mappa del sito e gli aggiornamenti." ["https://trasparenza.comune.esempio.it/caluso/"],
        /// The code in the index of public administrations.
        codice_ipa: Scritto = "Il codice dell’ente nell’indice delle pubbliche amministrazioni (IPA)." ["c_b435"],
        /// The licence of the open data: `CC BY 4.0` without it.
        licenza_dati: Scritto
            = "La licenza dei dati aperti; senza, CC BY 4.0." ["CC BY 4.0", "CC0 1.0", "CC BY-SA 4.0"],
        /// Address of the privacy policy.
        privacy: Scritto = "L’indirizzo dell’informativa privacy." ["https://www.comune.esempio.it/privacy"],
        /// Address of the frequent questions.
        faq: Scritto = "L’indirizzo delle domande frequenti." ["https://www.comune.esempio.it/domande-frequenti"],
        /// Address where to report what does not work.
        segnalazioni: Scritto
            = "L’indirizzo a cui segnalare ciò che non funziona." ["https://www.comune.esempio.it/segnalazioni"],
        /// Who answers to citizens.
        contatti: ContattiScritti = "Chi risponde ai cittadini: è al piede di ogni pagina.",
        /// `sì` to publish the names of employees who hold no office.
        pubblica_personale: Scritto
            = "«sì» per pubblicare i nomi dei dipendenti che non hanno un incarico; senza, restano fuori." ["no", "sì"],
        /// The coat of arms.
        stemma: StemmaScritto = "Lo stemma, in testa alle pagine e ai PDF.",
        /// The colour of its pages: *"#0066CC"*.
        colore: Scritto = "Il colore delle pagine: fra virgolette, cancelletto e sei cifre esadecimali." ["#0066CC"],
        /// Short forms and what each stands for.
        abbreviazioni: Coppie = "Le sigle, ciascuna con ciò che vuol dire: «PEG: Piano esecutivo di gestione».",
        /// Words of other languages, each with its language.
        parole_straniere: Coppie
            = "Le parole di altre lingue, ciascuna con la sigla della sua lingua: «front office: en».",
        /// `sì` to put the open data of the year inside the PDFs that close it.
        allega_dati: Scritto = "«sì» per mettere i dati aperti dell’anno dentro i PDF che lo chiudono." ["no", "sì"],
    }
}

form! {
    /// `contatti` in `ente.yaml`.
    pub struct ContattiScritti {
        /// *Ufficio relazioni con il pubblico*.
        ufficio: Scritto = "L’ufficio a cui rivolgersi." ["Ufficio relazioni con il pubblico"],
        /// Its telephone.
        telefono: Scritto = "Il telefono dell’ufficio." ["0112 345678"],
        /// Its e-mail.
        email: Scritto = "L’indirizzo e-mail." ["urp@comune.esempio.it"],
        /// Its certified e-mail.
        pec: Scritto = "La posta certificata." ["protocollo@pec.comune.esempio.it"],
        /// When it is open, in words.
        orari: Scritto = "Quando è aperto, a parole." ["dal lunedì al venerdì, 9-12"],
    }
}

form! {
    /// `stemma` in `ente.yaml`.
    pub struct StemmaScritto {
        /// The file, beside `ente.yaml`.
        file: Scritto = "Il file dello stemma, accanto a ente.yaml: SVG, PNG o JPEG." ["stemma.svg"],
        /// What it shows, for who does not see it.
        testo_alternativo: Scritto
            = "Che cosa mostra lo stemma, per chi non lo vede." ["Stemma del Comune di Caluso"],
    }
}

form! {
    /// `ciclo.yaml`.
    pub struct CicloScritto {
        /// The year of the results, or the years: *2025-2027*.
        anno: Scritto = "L’anno dei risultati, oppure gli anni di un piano di più anni." ["2026", "2025-2027"],
        /// *2024-2026*.
        triennio: Scritto = "Il triennio della programmazione, con l’anno del ciclo." ["2024-2026"],
        /// What the objectives of the whole entity are called.
        struttura: Scritto = "Come si chiamano gli obiettivi di tutto l’ente." ["Obiettivi di struttura"],
        /// `no` when only some cards of the plan are in the documents.
        piano_completo: Scritto
            = "«no» quando fra i documenti c’è solo una parte delle schede: i pesi allora non devono sommare." ["no", "sì"],
        /// What the weights sum to.
        pesi: PesiScritti = "Quali pesi si sommano e a quanto; senza, i pesi di ogni settore sommano a 100.",
        /// The bands of grades.
        fasce: Vec<FasciaScritta> = "Le fasce dei gradi, quando un grado vale quanto la sua fascia.",
        /// The highest grade, where it is more than 100 %.
        grado_massimo: Scritto = "Il grado più alto, dove si può superare il 100%." ["120%"],
        /// Who validates the grades.
        validatore: Scritto = "Chi valida i gradi di raggiungimento." ["Nucleo di valutazione"],
        /// The form of the cards.
        modello: ModelloScritto = "La forma della scheda: quali sezioni, in che ordine, con che nomi.",
        /// What stands above the objectives.
        programmazione: Vec<NodoScritto> = "Ciò che sta sopra gli obiettivi: linee di mandato, missioni, programmi.",
        /// The acts.
        atti: Vec<AttoScritto> = "Gli atti: quello che approva il piano, quello che approva la relazione.",
        /// The settori.
        settori: Vec<SettoreScritto> = "I settori, uno per ogni responsabile.",
        /// Place and date of the relazione.
        relazione: RelazioneScritta = "Luogo e data della relazione.",
        /// Its own files, published as they are.
        allegati: Vec<AllegatoScritto> =
            "I file propri del ciclo, pubblicati così come sono: la validazione, il sistema di misurazione.",
        /// When the content was last checked.
        aggiornato: Scritto
            = "Il giorno in cui i contenuti sono stati controllati per l’ultima volta." ["30/06/2026"],
        /// Names that the folder had before.
        alias: Lista = "I nomi che la cartella aveva prima: i vecchi indirizzi portano al nuovo." ["2026-piano"],
    }
}

form! {
    /// A file of `allegati` in `ciclo.yaml`.
    pub struct AllegatoScritto {
        /// Where it stands below the folder of the ciclo: `allegati/validazione.pdf`.
        file: Scritto = "Dove sta, nella cartella del ciclo." ["allegati/validazione.pdf"],
        /// Its title.
        titolo: Scritto = "Il titolo che leggono i cittadini." ["Validazione della relazione 2026"],
        /// Its date.
        data: Scritto = "La data del documento." ["30/06/2026"],
        /// `sistema`, `piano`, `relazione`, `validazione` or `altro`.
        tipo: Scritto = "Che documento è: decide la sotto-sezione di Amministrazione trasparente."
            ["sistema", "piano", "relazione", "validazione", "altro"],
        /// The act that it goes with: *G.C. n. 12 del 31 gennaio 2023*.
        atto: Scritto = "L’atto a cui va insieme." ["G.C. n. 12 del 31 gennaio 2026"],
    }
}

form! {
    /// `pesi` in `ciclo.yaml`.
    pub struct PesiScritti {
        /// `settore`, `ente` or `persona`.
        ambito: Scritto = "Quali pesi si sommano." ["settore", "ente", "persona"],
        /// What they sum to.
        totale: Scritto = "A quanto sommano; senza, 100." ["100", "50"],
        /// `somma` or `riproporzionati`.
        regola: Scritto
            = "«somma» se devono fare il totale, «riproporzionati» se ciascuno vale in proporzione." ["somma", "riproporzionati"],
    }
}

form! {
    /// A band of grades in `ciclo.yaml`.
    pub struct FasciaScritta {
        /// Its name.
        nome: Scritto = "Il nome della fascia." ["Pienamente raggiunto"],
        /// The lowest grade in it.
        da: Scritto = "Il grado più basso della fascia." ["90%"],
        /// What every grade in it counts.
        vale: Scritto = "Quanto vale ogni grado della fascia." ["100%"],
    }
}

form! {
    /// `modello` in `ciclo.yaml`.
    pub struct ModelloScritto {
        /// The sections of a card, in order.
        sezioni: Vec<Scritto> = "Le sezioni della scheda, in ordine.",
        /// Names that differ from the usual ones.
        nomi: Voci = "I nomi diversi da quelli consueti: «risorse_umane: Personale coinvolto».",
    }
}

form! {
    /// A node of `programmazione` in `ciclo.yaml`.
    pub struct NodoScritto {
        /// Its code, as text: `01.02`.
        codice: Scritto = "Il codice, fra virgolette se è fatto di cifre." ["01.02"],
        /// What it is: *linea di mandato*, *programma*.
        livello: Scritto = "Che cosa è." ["linea di mandato", "missione", "programma"],
        /// Its title.
        titolo: Scritto = "Il titolo." ["Un Comune più vicino"],
        /// The codes of what stands above it.
        sotto: Lista = "Il codice di ciò che gli sta sopra, o più d’uno." ["01"],
    }
}

form! {
    /// An act in `ciclo.yaml`.
    pub struct AttoScritto {
        /// `piano`, `peg`, `modifica` or `relazione`.
        ruolo: Scritto = "Che cosa fa l’atto." ["piano", "peg", "modifica", "relazione"],
        /// *Giunta comunale*.
        organo: Scritto = "L’organo che lo adotta." ["Giunta comunale"],
        /// *G.C.*; without it, the initials of the organo.
        sigla: Scritto = "La sigla dell’organo; senza, le sue iniziali." ["G.C."],
        /// Its number, once it has one.
        numero: Scritto = "Il numero; finché manca, i PDF portano la scritta BOZZA." ["21"],
        /// Its date, once it has one.
        data: Scritto = "La data; va insieme al numero." ["28/02/2026"],
        /// Its subject.
        oggetto: Scritto = "L’oggetto." ["Approvazione del piano della performance"],
        /// Who signed it.
        firme: Vec<FirmaScritta> = "Chi ha firmato.",
    }
}

form! {
    /// A signature of an act.
    pub struct FirmaScritta {
        /// In which office: *Il Presidente*.
        ruolo: Scritto = "In quale ufficio firma." ["Il Presidente", "Il Segretario comunale"],
        /// Who.
        nome: Scritto = "Nome e cognome.",
    }
}

form! {
    /// `atto.yaml` in a folder of `modifiche/`: the act that changes the plan.
    pub struct ModificaScritta {
        /// *Giunta comunale*.
        organo: Scritto = "L’organo che adotta l’atto." ["Giunta comunale"],
        /// *G.C.*; without it, the initials of the organo.
        sigla: Scritto = "La sigla dell’organo; senza, le sue iniziali." ["G.C."],
        /// Its number, once it has one.
        numero: Scritto = "Il numero; finché manca, la modifica è una bozza e il piano resta com’è." ["100"],
        /// Its date, once it has one.
        data: Scritto = "La data; va insieme al numero." ["30/09/2026"],
        /// Its subject.
        oggetto: Scritto = "L’oggetto." ["Modifica del piano della performance"],
        /// Why the plan changes.
        motivazione: Scritto = "Perché il piano cambia.",
        /// From what the change was reconstructed, when the act is not among the documents.
        ricostruita: Scritto = "Da che cosa la modifica è stata ricostruita, quando l’atto non è fra i documenti.",
        /// At what time the sitting began.
        ora: Scritto = "A che ora è cominciata la seduta." ["18:30"],
        /// From when the act is published.
        pubblicata: Scritto = "Da che giorno l’atto è pubblicato." ["05/10/2026"],
        /// From when it is in force.
        esecutiva: Scritto = "Da che giorno l’atto è esecutivo." ["15/10/2026"],
        /// The acts that it recalls.
        richiami: Lista = "Gli atti e le norme che l’atto richiama.",
        /// Who was called to the sitting.
        presenti: Vec<ComponenteScritto> = "Chi è stato chiamato alla seduta.",
        /// Who presided.
        presidente: Scritto = "Chi ha presieduto.",
        /// Who kept the minutes.
        segretario: Scritto = "Chi ha verbalizzato.",
        /// The cards of the plan that it takes out.
        eliminati: Vec<EliminatoScritto> = "Le schede che l’atto toglie dal piano.",
    }
}

form! {
    /// A member of the organ in `atto.yaml`.
    pub struct ComponenteScritto {
        /// Who.
        nome: Scritto = "Nome e cognome.",
        /// As what.
        carica: Scritto = "La carica." ["Sindaco", "Assessore"],
        /// `no` who was not there.
        presente: Scritto = "«no» per chi era assente." ["sì", "no"],
    }
}

form! {
    /// A card that an act takes out of the plan.
    pub struct EliminatoScritto {
        /// The code of the card.
        obiettivo: Scritto = "Il codice della scheda tolta." ["FIN-03"],
        /// Why.
        motivo: Scritto = "Perché.",
    }
}

form! {
    /// A settore in `ciclo.yaml`.
    pub struct SettoreScritto {
        /// Its code.
        codice: Scritto
            = "Il codice: lettere minuscole, cifre e trattini. È il nome della cartella dei suoi obiettivi." ["affari-generali"],
        /// Its full name.
        nome: Scritto = "Il nome per intero." ["Affari generali"],
        /// Its short name; without it, the full one.
        nome_breve: Scritto = "Il nome breve; senza, quello intero." ["Affari gen."],
        /// `settore`, `area`, `direzione`, `servizio`, `ufficio` or `altro`.
        tipo: Scritto
            = "Che cosa è; senza, un settore." ["settore", "area", "direzione", "servizio", "ufficio", "altro"],
        /// The body that it belongs to, in a plan of several.
        ente: Scritto = "L’ente a cui appartiene, in un piano di più enti.",
        /// Who answers for it.
        responsabile: Scritto = "Chi ne risponde.",
        /// `no` when the objectives of struttura do not bear on it.
        struttura: Scritto = "«no» se gli obiettivi di struttura non lo riguardano." ["no", "sì"],
        /// `no` when the relazione does not report on it.
        relazione: Scritto = "«no» se la relazione non ne parla." ["no", "sì"],
        /// The units inside it.
        uffici: Vec<UfficioScritto> = "Gli uffici del settore.",
        /// What happens to it during the year.
        vicende: Vec<VicendaScritta>
            = "Che cosa gli succede durante l’anno: cambia nome, responsabile, confluisce in un altro.",
        /// What the act has wrong and keeps.
        segnalazioni: Vec<SegnalazioneScritta> = "Gli errori dell’atto, che restano come sono stati approvati.",
    }
}

form! {
    /// An ufficio of a settore.
    pub struct UfficioScritto {
        /// Its code.
        codice: Scritto = "Il codice." ["anagrafe"],
        /// Its name.
        nome: Scritto = "Il nome." ["Anagrafe e stato civile"],
        /// Who answers for it.
        responsabile: Scritto = "Chi ne risponde.",
    }
}

form! {
    /// What happens to a settore on a day.
    pub struct VicendaScritta {
        /// From which day.
        dal: Scritto = "Da quale giorno." ["01/07/2026"],
        /// Its name from then on.
        nome: Scritto = "Il nome da quel giorno.",
        /// Who answers from then on.
        responsabile: Scritto = "Chi ne risponde da quel giorno.",
        /// The settore that it becomes part of.
        confluisce_in: Scritto = "Il codice del settore di cui entra a far parte." ["tecnico"],
        /// Why, or by which act.
        nota: Scritto = "Perché, o con quale atto.",
    }
}

form! {
    /// Something wrong in the act, kept as approved.
    pub struct SegnalazioneScritta {
        /// The words or the figure as they stand in the act.
        come_approvato: Scritto = "Le parole o la cifra come stanno nell’atto.",
        /// What is wrong with them.
        motivazione: Scritto = "Che cosa hanno di sbagliato.",
    }
}

form! {
    /// `relazione` in `ciclo.yaml`.
    pub struct RelazioneScritta {
        /// Where it is signed.
        luogo: Scritto = "Dove è firmata." ["Caluso"],
        /// When it is signed.
        data: Scritto = "Quando è firmata." ["15/04/2027"],
    }
}

form! {
    /// A card in `obiettivi/` or in a folder of `modifiche/`.
    pub struct SchedaScritta {
        /// Its code.
        codice: Scritto = "Il codice, diverso da tutti gli altri del ciclo." ["FIN-03"],
        /// Codes that it had before.
        alias: Lista = "I codici che aveva prima: i vecchi indirizzi portano al nuovo.",
        /// Its number.
        numero: Scritto = "Il numero della scheda nel suo settore." ["1"],
        /// Its title.
        titolo: Scritto = "Il titolo: che cosa si vuole ottenere." ["Sportello unico per i cittadini"],
        /// The years that it is for, where the ciclo covers more.
        anno: Scritto = "Gli anni per cui vale, quando il ciclo ne ha più d’uno." ["2026"],
        /// *2 di 3*.
        annualita: Scritto = "Quale anno e di quanti, per un obiettivo di più anni." ["1 di 3"],
        /// *innovativo*, *mantenimento*, *sviluppo*, *strategico*.
        tipo: Lista
            = "Di che tipo è; se sono più d’uno, un elenco." ["innovativo", "mantenimento", "sviluppo", "strategico"],
        /// The code of its settore, or `struttura`.
        settore: Scritto = "Il codice del settore, come in ciclo.yaml; «struttura» per tutto l’ente." ["struttura"],
        /// The code of its ufficio in the settore.
        ufficio: Scritto = "Il codice dell’ufficio, fra quelli del settore in ciclo.yaml." ["anagrafe"],
        /// The shares of several settori or people, instead of a settore.
        quote: Vec<QuotaScritta> = "Al posto di «settore»: chi lo ha in comune, e quanto per ciascuno.",
        /// Who answers for it, where that is not the settore's responsabile.
        responsabile: Scritto = "Chi ne risponde, se non è il responsabile del settore.",
        /// Its weight, or `condizione`.
        peso: Scritto
            = "Il peso; «condizione» se non pesa ma, quando non è raggiunto, annulla il risultato." ["15", "12,5", "condizione"],
        /// The field *collegamento DUP*.
        collegamento_dup: Scritto
            = "Il collegamento al documento unico di programmazione, in parole." ["Missione 1, programma 6"],
        /// The codes of what stands above it in `programmazione`.
        sotto: Lista = "Il codice di ciò che gli sta sopra nella «programmazione», o più d’uno." ["01.02"],
        /// The code of the objective that it is a part of.
        parte_di: Scritto = "Il codice dell’obiettivo di cui è una parte." ["FIN-01"],
        /// The objective of an earlier year that it goes on from: `FIN-01`, `2022/FIN-01`.
        continua: Scritto = "L’obiettivo di un anno passato che continua." ["FIN-01", "2025/FIN-01"],
        /// What will be done and why.
        descrizione: Scritto
            = "Che cosa si farà e perché, in parole semplici. Dopo «|» il testo va a capo, rientrato di due spazi; le righe che cominciano con «- » sono un elenco.",
        /// The steps.
        fasi: Vec<FaseScritta> = "Le fasi, in ordine.",
        /// Who works on it, by office or role.
        risorse_umane: Scritto = "Chi ci lavora, per ufficio o ruolo." ["Due istruttori amministrativi"],
        /// With which means.
        risorse_strumentali: Scritto = "Con quali mezzi." ["Dotazione d’ufficio"],
        /// At which cost.
        costi: Scritto = "A quale costo." ["Nessun costo aggiuntivo"],
        /// What should come out.
        risultati_attesi: Scritto = "Che cosa ci si aspetta.",
        /// What came out, where the approved card says so already.
        risultati_ottenuti: Scritto = "Che cosa si è ottenuto, se lo dice già la scheda approvata.",
        /// By what it is measured.
        indicatori: Vec<IndicatoreScritto> = "Con che cosa si misura.",
        /// Who works on it, one by one.
        personale: Vec<PersonaScritta> = "Chi ci lavora, uno per uno.",
        /// What the act has wrong and keeps.
        segnalazioni: Vec<SegnalazioneScritta> = "Gli errori dell’atto, che restano come sono stati approvati.",
        /// In `modifiche/`: `modificato`, `eliminato` or `inserito`.
        cambio: Scritto
            = "Solo in modifiche/: che cosa fa l’atto alla scheda." ["modificato", "eliminato", "inserito"],
        /// In `modifiche/`: why.
        motivo: Scritto = "Solo in modifiche/: perché.",
    }
}

form! {
    /// A share of an objective.
    pub struct QuotaScritta {
        /// Whose.
        settore: Scritto = "Il codice del settore che ne ha una quota.",
        /// How much of the weight; without it, as much as the others.
        quota: Scritto = "Quanto; se sono tutte uguali, si toglie a tutti." ["50%"],
        /// Who answers for it.
        responsabile: Scritto = "Chi ne risponde.",
        /// From which day.
        dal: Scritto = "Da quale giorno." ["01/07/2026"],
        /// To which day.
        al: Scritto = "Fino a quale giorno." ["30/06/2026"],
    }
}

form! {
    /// A step of a card.
    pub struct FaseScritta {
        /// What is done.
        descrizione: Scritto = "Che cosa si fa." ["Scelta dei locali e formazione del personale"],
        /// When: `gennaio-maggio`.
        mesi: Scritto = "Quando." ["gennaio-maggio", "marzo, giugno", "1° trimestre"],
    }
}

form! {
    /// An indicator of a card.
    pub struct IndicatoreScritto {
        /// *quantità*, *tempo*, *costo*, *qualità* or *attività*.
        categoria: Scritto = "Di che genere è." ["quantità", "tempo", "costo", "qualità", "attività"],
        /// What it measures.
        nome: Scritto = "Che cosa misura." ["Pratiche concluse allo sportello"],
        /// When, in words.
        tempistica: Scritto = "Quando, in parole." ["Dicembre 2026"],
        /// The months planned, of an activity ticked month by month.
        mesi: Scritto = "I mesi previsti, per un’attività segnata mese per mese." ["gennaio-giugno"],
        /// Its weight within the objective, or `condizione`.
        peso: Scritto = "Il peso dentro l’obiettivo; se ne ha uno un indicatore, li hanno tutti." ["50"],
        /// `basso` when less is better.
        meglio: Scritto = "«basso» quando meno è meglio: giorni, reclami, costi." ["basso", "alto"],
        /// Where it started from.
        base: Scritto = "Da quanto si parte." ["250"],
        /// What it was in years past.
        storico: Voci = "Quant’era negli anni passati: «2024: 230».",
        /// Its target, or one for each year or settore.
        atteso: UnoOVoci
            = "Quanto o quando ci si impegna a raggiungere; oppure un valore per anno o per settore." ["300", "95%", "31-ott", "31/12/2026"],
        /// The same as `atteso`, in the words of other forms.
        previsto: UnoOVoci = "Lo stesso che «atteso», con la parola di altri modelli." ["100%"],
        /// How it is computed.
        formula: Scritto = "Come si calcola." ["pratiche concluse / pratiche presentate"],
        /// Where its figures come from.
        fonte: Scritto = "Da dove vengono i dati." ["Registro di protocollo"],
    }
}

form! {
    /// Somebody who works on an objective.
    pub struct PersonaScritta {
        /// The category.
        categoria: Scritto = "L’area o categoria." ["Istruttori"],
        /// The name.
        nome: Scritto = "Nome e cognome: si pubblica solo se ente.yaml lo dice.",
        /// How much of their work goes into it.
        partecipazione: Scritto = "Quanta parte del suo lavoro." ["30%"],
    }
}

form! {
    /// A file in `risultati/`.
    pub struct RisultatiScritti {
        /// One per objective.
        risultati: Vec<RisultatoScritto> = "Un risultato per ogni obiettivo.",
    }
}

form! {
    /// The result of an objective, or of a node of `programmazione`.
    pub struct RisultatoScritto {
        /// The code of the objective.
        obiettivo: Scritto = "Il codice dell’obiettivo." ["FIN-03"],
        /// Instead of the objective: the code of a node of `programmazione`.
        programma: Scritto = "Al posto di «obiettivo»: il codice di una voce della «programmazione»." ["01.02"],
        /// The validated grade.
        grado: Scritto = "Il grado di raggiungimento validato." ["100%", "87,5%", "0%"],
        /// The validated grades by settore, for an objective of struttura or a shared one.
        gradi: Voci = "I gradi validati per settore, di un obiettivo di struttura o in comune: «finanziario: 95%».",
        /// Points: *18 su 20*.
        punti: Scritto = "I punti, al posto del grado." ["18 su 20"],
        /// *raggiunto*, *parzialmente raggiunto*, *non raggiunto*, *non valutabile*, *rinviato*.
        esito: Scritto
            = "Il giudizio in parole, al posto del grado." ["raggiunto", "parzialmente raggiunto", "non raggiunto", "non valutabile", "rinviato"],
        /// The grade that the responsabile declared.
        dichiarato: Scritto = "Il grado dichiarato dal responsabile." ["100%"],
        /// Who declared it.
        dichiarato_da: Scritto = "Chi lo ha dichiarato.",
        /// Why the grade is far from what the indicators say.
        motivazione: Scritto = "Perché il grado è lontano da ciò che dicono gli indicatori.",
        /// What there is to add.
        nota: Scritto = "Che cos’altro c’è da dire.",
        /// How the griglia sums the indicators up, in words of its own.
        in_griglia: Lista = "Come la griglia riassume gli indicatori, con parole sue.",
        /// What came out, in words.
        risultati_ottenuti: Scritto = "Che cosa si è ottenuto, in parole.",
        /// What its indicators reached.
        indicatori: Vec<RaggiuntoScritto> = "Che cosa hanno raggiunto gli indicatori.",
        /// The check during the year.
        verifica_intermedia: Box<VerificaScritta> = "La verifica durante l’anno.",
        /// The check at the end.
        verifica_finale: Box<VerificaScritta> = "La verifica di fine anno.",
        /// What is behind the plan at the end.
        scostamento: Box<ScostamentoScritto> = "Che cosa è rimasto indietro a fine anno.",
        /// What the act has wrong and keeps.
        segnalazioni: Vec<SegnalazioneScritta> = "Gli errori dell’atto, che restano come sono stati approvati.",
    }
}

form! {
    /// What an indicator reached.
    pub struct RaggiuntoScritto {
        /// The name of the indicator.
        nome: Scritto = "Il nome dell’indicatore, come nella scheda.",
        /// Its result, or one for each year or settore.
        raggiunto: UnoOVoci
            = "Che cosa ha raggiunto; oppure un valore per anno o per settore." ["312", "96%", "30-ott"],
        /// The same as `raggiunto`, in the words of other forms.
        ottenuto: UnoOVoci = "Lo stesso che «raggiunto», con la parola di altri modelli." ["100%"],
        /// *raggiunto*, *parziale*, *non raggiunto*, where the result is words.
        esito: Scritto = "Il giudizio, quando il risultato è in parole." ["raggiunto", "parziale", "non raggiunto"],
        /// How far, of one reached in part.
        percentuale: Scritto = "Quanto, se è raggiunto in parte." ["50%"],
        /// The months done, of an activity ticked month by month.
        mesi: Scritto = "I mesi fatti, per un’attività segnata mese per mese." ["gennaio-giugno"],
        /// What there is to add.
        nota: Scritto = "Che cos’altro c’è da dire.",
    }
}

form! {
    /// A check.
    pub struct VerificaScritta {
        /// The day that it looks at.
        al: Scritto = "Il giorno a cui guarda." ["30/06/2026"],
        /// *Media valore raggiunto %*, where it is stated.
        valore_raggiunto: Scritto = "Media del valore raggiunto, se è scritta." ["96%"],
        /// *Media rispetto dei tempi %*, where it is stated.
        rispetto_tempi: Scritto = "Media del rispetto dei tempi, se è scritta." ["100%"],
        /// What is behind the plan.
        scostamento: Box<ScostamentoScritto> = "Che cosa è rimasto indietro.",
    }
}

form! {
    /// What is behind the plan, and what is done about it.
    pub struct ScostamentoScritto {
        /// Why.
        cause: Scritto = "Perché.",
        /// Why, where the reason lies outside the office.
        cause_esterne: Scritto = "Perché, quando la ragione è fuori dall’ufficio.",
        /// With which effects.
        effetti: Scritto = "Con quali effetti.",
        /// What is done about it.
        provvedimenti: ProvvedimentiScritti = "Che cosa si fa per rimediare.",
    }
}

form! {
    /// What is done about something behind the plan.
    pub struct ProvvedimentiScritti {
        /// What has been done.
        intrapresi: Scritto = "Che cosa si è fatto.",
        /// What is to be done.
        da_attivare: Scritto = "Che cosa è da fare.",
    }
}

/// The cards of a file: it is one, or a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchedeScritte(pub Vec<SchedaScritta>);

impl Form for SchedeScritte {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node.kind {
            NodeKind::Sequence(_) => Vec::read(node, reader).map(Self),
            _ => SchedaScritta::read(node, reader).map(|sola| Self(vec![sola])),
        }
    }
}

impl Described for SchedeScritte {
    fn schema() -> Schema {
        one_of(&SchedaScritta::schema(), &Vec::<SchedaScritta>::schema())
    }
}
