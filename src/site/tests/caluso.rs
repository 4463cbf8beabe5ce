//! Caluso 2023 as the griglia has it: every objective with its weight and grade.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::{
    Ambito, Anni, Atto, Ciclo, Codice, Conta, DatiAllegati, Ente, Esito, Indicatore, NomiPersonale,
    Numerazione, Obiettivo, Pagina, Percentuale, Peso, Pubblicazione, Recapiti, Relazione,
    Responsabile, Risultato, RuoloAtto, Settore, Testo, Valori, Valutazione, leggi_annualita,
    leggi_data, leggi_valore,
};

/// Code, head of the codes of its objectives, name, short name, who answers.
const SETTORI: &str = "\
amministrativo | AMM | Amministrativo e servizi alla persona | Amministrativo | dott. Giulio Bosso
finanziario | FIN | Finanziario | Finanziario | dott. Danilo Bertoldi
tecnico | TEC | Tecnico manutentivo, patrimonio, ambiente | Tecnico Manutentivo | arch. Christian Augusti
territorio | TER | Territorio ed opere pubbliche | Territorio e OOPP | arch. Tiziano Ronchetto Salvana
polizia | POL | Polizia Municipale e protezione civile | Vigilanza | -";

/// Code, weight, grade, year of how many, title, indicators.
const OBIETTIVI: &str = "\
STR-01 | 10 | 95 | - | Prevenzione della corruzione e trasparenza all'interno del Piano integrato di organizzazione ed attività (PIAO) | % dipendenti formati nel 2023 § Integrazione con PIAO § Sottosezioni amm. Trasp. Completate / aggiornate § monitoraggio 2 volte l'anno § tempistiche rispettate per le dichiarazioni da parte dei Responsabili § conformità delle pubblicazioni su trasparenza da report OIV / Ndv
STR-02 | 10 | 100 | - | Perseguimento programma amministrativo | Attuazione programmi amministrativi gestionali da DUP e PEG: percentuale di impegnato su previsioni definitive di competenza spese correnti al 31/12 almeno pari al 95%.
STR-04 | 10 | 100 | - | Transizione digitale | Perseguimento degli obiettivi di PA digitale in particolare sull'Identità digitale, il domicilio digitale e l'accesso ai servizi digitali
AMM-01 | 5 | 100 | - | Esumazioni cimitero capoluogo: gestione amministrativa | Richieste concessione cellette ossario evase § ricerche eredi ed invio comunicazioni § Avvisi pubblici
AMM-02 | 15 | 30 | - | Predisposizione bandi di gara servizi refezione scolastica e trasporti scolastici | Predisposizione dei bandi di gara per i servizi di refezione e di trasporti scolastici aggiornati al nuovo codice appalti D.Lgs. 36/2023 e la loro pubblicazione entro il 31/12/2023.
AMM-03 | 5 | 100 | - | Servizio civile nazionale volontario, bando disoccupati, LPU e stage | Avvio annualità servizio civile e avvio bandi disoccupati giugno 2023
AMM-04 | 10 | 100 | - | Archivio nazionale informatizzato dei registri dello stato civile ed integrazione in ANPR delle liste elettorali | Adesione all'Archivio nazionale informatizzato dei registri dello stato civile (ANSC) e integrazione nell'ANPR delle liste elettorali
AMM-05 | 5 | 100 | - | Erogazione buoni spesa alimentare | erogazione buoni per il totale del contributo concesso § rendicontazione entro i termini da decreto assegnazione contributo
AMM-06 | 5 | 80 | - | Concessioni cimiteriali nuovo loculario ed aggiornamento regolamento polizia mortuaria | sottoscrizione totalità atti nuovo loculario entro 30 giugno § predisposizione nuovo regolamento polizia mortuaria entro 30 settembre
AMM-07 | 15 | 100 | - | Adeguamento al nuovo CCNL enti locali 2019/2021 | Adeguamento al nuovo Contratto Collettivo Nazionale di Lavoro EELL per il triennio 2019-2021 stipulato il 16 novembre 2022
AMM-08 | 5 | 100 | - | 90° anniversario della Festa dell'uva Erbaluce e monitoraggio contributi | Predisposizione degli atti amministrativi, delle richieste di contributo, della loro rendicontazione
AMM-09 | 5 | 0 | - | Attuazione del manuale di gestione e conservazione documentale | redazione del Manuale di Gestione Documentale entro il 30 aprile ed approvazione entro il 31 maggio
FIN-01 | 25 | 100 | - | Acquisizione risorse PNRR per la transizione digitale | Partecipazione ai bandi PNRR per l'assegnazione di contributi a fondo perduto per la transizione digitale
FIN-02 | 25 | 100 | 2 di 2 | Acquisizione fondi transizione digitale finanziati da PNRR | affidamento di tutti i servizi finanziati § affidamento ai fornitori entro i termini previsti dai bandi
FIN-03 | 15 | 95 | 2 di 2 | Gestione esternalizzazione servizio tributi - TARI | allineamento ruolo TARI con anagrafe: 100% § sportello per il cittadino in presenza: 5 giornate § bollettazione 2023: 31 maggio § solleciti pagamento ruolo 2022: 31 marzo
FIN-04 | 5 | 100 | - | Approvazione rendiconto 2022 e bilancio di previsione 2024; monitoraggio flussi di cassa | Monitoraggio flussi previsionali di cassa mensile da 1 marzo § Approvazione Rendiconto della gestione 2022 da parte del CC entro 15/04
TEC-01 | 40 | 100 | - | Gestione nuova modalità di raccolta rifiuti e verifica compostiere | Migliorare la raccolta differenziata
TEC-02 | 20 | 100 | - | Riordino campi inumazioni cimitero capoluogo | Riordino dei campi riservati alle inumazioni
TEC-03 | 10 | 100 | - | Programma lavori da assegnare per progetti PUC, LPU, e altri lavoratori temporanei | Predisposizione elenco concordato con l'amministrazione entro 28 febbraio
TER-01 | 35 | 100 | - | Realizzazione piano investimenti | Avvio Piano investimenti 2023 competenza
TER-02 | 20 | 100 | - | Variante urbanistica | approvazione progetto preliminare variante urbanistica entro 31/12.
TER-03 | 15 | 100 | - | Procedimento contestazione errore progettuale palestra | completamento del procedimento di contestazione errore progettuale palestra scuola media.
POL-01 | 32 | 100 | - | Servizi esterni polizia municipale | Stesura del piano annuale dei servizi esterni di polizia municipale
POL-02 | 16 | 50 | - | Istituzione servizio guardie ecologiche volontarie | costituzione e regolamentazione del Servizio Guardie Ecologiche Volontarie comunali
POL-03 | 22 | 100 | - | Collaborazione a verifica corretto utilizzo compostiere frazioni | Collaborazione con il Settore Tecnico Manutentivo per la verifica del corretto utilizzo delle compostiere nelle frazioni";

/// What it does, number, date, subject.
const ATTI: [(RuoloAtto, &str, &str, &str); 4] = [
    (RuoloAtto::Peg, "1", "16/01/2023", "PEG 2023-2025"),
    (RuoloAtto::Piano, "21", "28/02/2023", "PIAO"),
    (RuoloAtto::Modifica, "106", "07/11/2023", "Modificazioni"),
    (RuoloAtto::Relazione, "48", "03/05/2024", "Relazione 2023"),
];

const COME_LEGGERE: &str =
    "# Come leggere i risultati\n\nOgni anno il Comune fissa degli obiettivi.\n";
const NOTE_LEGALI: &str = "# Note legali\n\nI contenuti si possono riutilizzare.\n";

/// A code of the tests' own.
pub(super) fn codice(testo: &str) -> Codice {
    let letto = Codice::leggi(testo);
    letto.unwrap_or_else(|_| unreachable!("{testo} is a code"))
}

/// The whole ente.
pub(super) fn ente() -> Ente {
    Ente {
        codice: codice("caluso"),
        lingua: crate::model::Lingua::default(),
        denominazione: "Comune di Caluso".to_owned(),
        luogo: "Caluso".to_owned(),
        territorio: Some("Città metropolitana di Torino".to_owned()),
        sito: None,
        dichiarazione_accessibilita: None,
        pubblicazione: Pubblicazione::default(),
        fonti: Vec::new(),
        recapiti: Recapiti::default(),
        personale: NomiPersonale::Riservati,
        stemma: None,
        colore: None,
        abbreviazioni: Vec::new(),
        parole_straniere: Vec::new(),
        dati_allegati: DatiAllegati::No,
        pagine: vec![
            pagina("come-leggere", COME_LEGGERE),
            pagina("note-legali", NOTE_LEGALI),
        ],
        cicli: vec![ciclo()],
    }
}

/// A page of text.
pub(super) fn pagina(nome: &str, markdown: &str) -> Pagina {
    Pagina {
        codice: codice(nome),
        testo: Testo {
            file: format!("caluso/pagine/{nome}.md"),
            markdown: markdown.to_owned(),
            immagini: BTreeMap::new(),
        },
    }
}

fn ciclo() -> Ciclo {
    Ciclo {
        atti: ATTI.map(atto).to_vec(),
        settori: SETTORI.lines().map(settore).collect(),
        obiettivi: OBIETTIVI.lines().map(obiettivo).collect(),
        relazione: Some(Relazione {
            luogo: Some("Caluso".to_owned()),
            data: Some(data("03/05/2024")),
            capitoli: Vec::new(),
        }),
        ..Ciclo::nuovo(codice("2023"), Anni::uno(2023))
    }
}

fn data(testo: &str) -> NaiveDate {
    let letta = leggi_data(testo).and_then(|scritta| scritta.nell_anno(2023));
    letta.unwrap_or_else(|_| unreachable!("{testo} is a date"))
}

fn campi<const N: usize>(riga: &str) -> [&str; N] {
    let campi: Vec<&str> = riga.split(" | ").collect();
    campi
        .try_into()
        .unwrap_or_else(|_| unreachable!("{riga} has {N} fields"))
}

fn atto((ruolo, numero, giorno, oggetto): (RuoloAtto, &str, &str, &str)) -> Atto {
    Atto {
        ruolo,
        organo: "Giunta comunale".to_owned(),
        sigla: "G.C.".to_owned(),
        numerazione: Numerazione::Adottato {
            numero: numero.to_owned(),
            data: data(giorno),
        },
        oggetto: Some(oggetto.to_owned()),
        firme: Vec::new(),
    }
}

fn settore(riga: &str) -> Settore {
    let [nome, _, intero, breve, chi] = campi(riga);
    Settore {
        nome_breve: breve.to_owned(),
        responsabile: (chi != "-").then(|| Responsabile(chi.to_owned())),
        ..Settore::nuovo(codice(nome), intero)
    }
}

fn obiettivo(riga: &str) -> Obiettivo {
    let [nome, peso, grado, annualita, titolo, indicatori] = campi(riga);
    let decimale = |testo: &str| testo.parse::<Decimal>().unwrap_or_default();
    let peso = Peso::new(decimale(peso), Decimal::ONE_HUNDRED);
    let peso = peso.unwrap_or_else(|_| unreachable!("{riga} has a weight"));
    let (ambito, esito) = ambito(nome, Percentuale::new(decimale(grado)));
    Obiettivo {
        annualita: leggi_annualita(annualita).ok(),
        indicatori: indicatori.split(" § ").map(indicatore).collect(),
        risultato: Risultato::vuoto(esito),
        ..Obiettivo::nuovo(codice(nome), titolo, ambito, Conta::Peso(peso))
    }
}

/// The settore that the code begins with; without one, all of them.
fn ambito(nome: &str, grado: Percentuale) -> (Ambito, Esito) {
    let settori = SETTORI.lines().map(campi::<5>);
    let mut gradi = BTreeMap::new();
    for [settore, inizio, ..] in settori {
        if nome.starts_with(inizio) {
            let ambito = Ambito::settore_intero(codice(settore));
            return (ambito, Esito::Unico(Some(Valutazione::Grado(grado))));
        }
        gradi.insert(codice(settore), Valutazione::Grado(grado));
    }
    (Ambito::Struttura, Esito::PerSettore(gradi))
}

/// `nome: atteso`, where the target is a value of its own.
fn indicatore(testo: &str) -> Indicatore {
    let (nome, atteso) = match testo.rsplit_once(": ") {
        Some((nome, atteso)) if atteso.len() < 12 => (nome, Some(leggi_valore(atteso, 2023))),
        _ => (testo, None),
    };
    Indicatore {
        atteso: atteso.map_or(Valori::Assenti, Valori::Unico),
        ..Indicatore::nuovo(nome)
    }
}
