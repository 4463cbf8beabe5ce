//! What the keys of `ciclo.json` mean, in Italian.

/// A type with its meaning, and the meaning of each key.
pub(super) struct Voce {
    /// The name of the type.
    pub(super) tipo: &'static str,
    /// What it is.
    pub(super) detto: &'static str,
    /// Its keys.
    pub(super) chiavi: &'static [(&'static str, &'static str)],
}

/// The ciclo, its acts, who answers.
pub(super) const ORGANIZZAZIONE: &[Voce] = &[
    Voce {
        tipo: "CicloDati",
        detto: "Un piano e i suoi risultati, per intero. I numeri con decimali sono testi con il punto (\"98.75\"), le date sono ISO 8601; ciò che i documenti non dicono non ha chiave.",
        chiavi: &[
            (
                "schema_version",
                "La versione di questa forma: cresce di un decimale quando si aggiungono chiavi, di un’unità quando una chiave cambia o sparisce.",
            ),
            (
                "licenza",
                "La licenza dei dati, con il suo identificatore SPDX.",
            ),
            ("ente", "Di chi sono i dati."),
            ("codice", "Il codice del ciclo."),
            ("alias", "I codici che il ciclo aveva prima."),
            ("anni", "Gli anni che il piano comprende."),
            ("triennio", "Il triennio di cui il piano fa parte."),
            (
                "estensione",
                "«intero», oppure «parziale» se i documenti riportano soltanto alcune schede: in questo caso le somme non dicono niente.",
            ),
            (
                "nome_struttura",
                "Come si chiamano gli obiettivi di tutto l’ente.",
            ),
            (
                "aggiornato",
                "Quando i contenuti sono stati ricontrollati l’ultima volta.",
            ),
            ("regole", "Come si contano pesi e gradi."),
            (
                "programmazione",
                "Che cosa sta sopra gli obiettivi: linee di mandato, missioni, programmi.",
            ),
            ("atti", "Gli atti, nell’ordine in cui sono scritti."),
            ("settori", "I settori, nell’ordine della griglia."),
            (
                "obiettivi",
                "Il piano in vigore con i risultati, nell’ordine del piano.",
            ),
            (
                "piano_originario",
                "Il piano come approvato in origine; manca se nessun atto lo cambia, perché allora è «obiettivi» senza i risultati.",
            ),
            (
                "modifiche",
                "Che cosa hanno cambiato gli atti, in ordine di data.",
            ),
            ("relazione", "Il testo della relazione."),
            ("risultati", "A che cosa portano i gradi."),
            ("fonti", "I file da cui tutto è stato letto."),
        ],
    },
    Voce {
        tipo: "FonteDati",
        detto: "Un file da cui il ciclo è stato letto.",
        chiavi: &[
            ("percorso", "Il suo percorso sotto la cartella del ciclo."),
            (
                "sha256",
                "L’impronta SHA-256 dei suoi byte, in esadecimale.",
            ),
        ],
    },
    Voce {
        tipo: "EnteDati",
        detto: "Un ente.",
        chiavi: &[
            ("codice", "Il suo codice, che è anche la sua cartella."),
            (
                "denominazione",
                "La denominazione: per esempio «Comune di Caluso».",
            ),
            ("luogo", "Il nome del luogo soltanto."),
            (
                "territorio",
                "Di che cosa fa parte: una provincia, una città metropolitana.",
            ),
            ("sito", "L’indirizzo del sito istituzionale."),
        ],
    },
    Voce {
        tipo: "AnniDati",
        detto: "Un anno, o più anni di seguito.",
        chiavi: &[
            ("dal", "Il primo."),
            ("al", "L’ultimo; lo stesso se è uno solo."),
        ],
    },
    Voce {
        tipo: "RelazioneDati",
        detto: "Il testo della relazione.",
        chiavi: &[
            ("luogo", "Dove è firmata."),
            ("data", "Quando è firmata."),
            ("capitoli", "I capitoli in ordine."),
        ],
    },
    Voce {
        tipo: "CapitoloDati",
        detto: "Un capitolo della relazione.",
        chiavi: &[
            ("file", "Il suo file sotto la cartella dei contenuti."),
            ("markdown", "Il testo, in CommonMark con tabelle."),
        ],
    },
    Voce {
        tipo: "AttoDati",
        detto: "Un atto dell’ente.",
        chiavi: &[
            ("ruolo", "«piano», «peg», «modifica» o «relazione»."),
            ("organo", "Chi lo adotta."),
            ("sigla", "La sigla dell’organo."),
            ("numero", "Il numero, come testo, quando l’atto è adottato."),
            ("data", "Il giorno della seduta, quando l’atto è adottato."),
            ("oggetto", "L’oggetto."),
            ("firme", "Chi lo ha firmato, in ordine."),
        ],
    },
    Voce {
        tipo: "FirmaDati",
        detto: "Una firma.",
        chiavi: &[("ruolo", "In quale veste."), ("nome", "Chi.")],
    },
    Voce {
        tipo: "ModificaDati",
        detto: "Una modifica del piano con un atto; è una bozza finché l’atto non ha un numero.",
        chiavi: &[
            ("codice", "Il suo codice."),
            ("atto", "L’atto."),
            ("seduta", "La seduta."),
            ("motivazione", "Perché il piano cambia."),
            (
                "ricostruita",
                "Da che cosa è stata ricostruita la modifica, quando l’atto non è fra i documenti.",
            ),
            ("cambi", "Che cosa cambia, nell’ordine del piano."),
        ],
    },
    Voce {
        tipo: "CambioDati",
        detto: "Che cosa fa un atto a una scheda.",
        chiavi: &[
            ("cambio", "«modificato», «eliminato» o «inserito»."),
            ("obiettivo", "Il codice dell’obiettivo."),
            ("motivo", "Perché."),
            (
                "prima",
                "La scheda com’era, se si sa; manca per una scheda inserita.",
            ),
            (
                "dopo",
                "La scheda com’è da allora; manca per una scheda eliminata.",
            ),
        ],
    },
    Voce {
        tipo: "SedutaDati",
        detto: "La seduta che ha adottato un atto.",
        chiavi: &[
            ("ora", "A che ora è cominciata, come scritto."),
            ("pubblicata", "Da quando l’atto è pubblicato."),
            ("esecutiva", "Da quando l’atto è esecutivo."),
            ("richiami", "Gli atti che richiama."),
            ("componenti", "I componenti dell’organo, convocati."),
            ("presidente", "Chi presiedeva."),
            ("segretario", "Chi verbalizzava."),
        ],
    },
    Voce {
        tipo: "ComponenteDati",
        detto: "Un componente dell’organo.",
        chiavi: &[
            ("nome", "Chi."),
            ("carica", "Con quale carica."),
            ("presente", "Se c’era."),
        ],
    },
    Voce {
        tipo: "SettoreDati",
        detto: "Un settore: chi risponde.",
        chiavi: &[
            ("codice", "Il suo codice."),
            ("nome", "Il nome per intero."),
            ("nome_breve", "Il nome dove c’è poco posto."),
            (
                "tipo",
                "«settore», «area», «direzione», «servizio», «ufficio» o «altro».",
            ),
            ("ente", "L’ente di cui fa parte, in un piano di più enti."),
            ("responsabile", "Chi ne risponde."),
            (
                "partecipa_alla_struttura",
                "Se gli obiettivi di struttura contano per il settore.",
            ),
            ("compreso_nella_relazione", "Se la relazione ne riferisce."),
            ("uffici", "Le unità che ne fanno parte."),
            (
                "vicende",
                "Che cosa gli è successo durante l’anno, in ordine di data.",
            ),
            (
                "segnalazioni",
                "Le sviste dell’atto, tenute come approvate.",
            ),
        ],
    },
    Voce {
        tipo: "UfficioDati",
        detto: "Un ufficio di un settore.",
        chiavi: &[
            ("codice", "Il suo codice, unico nel settore."),
            ("nome", "Il nome."),
            (
                "responsabile",
                "Chi ne risponde, se non è il responsabile del settore.",
            ),
        ],
    },
    Voce {
        tipo: "VicendaDati",
        detto: "Che cosa succede a un settore durante l’anno.",
        chiavi: &[
            ("dal", "Da quale giorno."),
            ("nome", "Il nome da allora."),
            ("responsabile", "Chi ne risponde da allora."),
            (
                "confluisce_in",
                "Il codice del settore di cui diventa parte.",
            ),
            ("nota", "Perché, o con quale atto."),
        ],
    },
    Voce {
        tipo: "SegnalazioneDati",
        detto: "Una svista dell’atto, tenuta come approvata.",
        chiavi: &[
            (
                "come_approvato",
                "Le parole o la cifra come stanno nell’atto.",
            ),
            ("motivazione", "Che cosa non va."),
        ],
    },
];

/// Rules, planning, cards, indicators.
pub(super) const SCHEDE: &[Voce] = &[
    Voce {
        tipo: "RegoleDati",
        detto: "Come si contano i pesi e i gradi di un ciclo.",
        chiavi: &[
            (
                "ambito_pesi",
                "Di chi si sommano i pesi: «settore», «ente» o «persona».",
            ),
            ("totale_pesi", "Quanto fa la somma."),
            (
                "regola_pesi",
                "«somma»: i pesi devono fare il totale; «riproporzionati»: ognuno conta in proporzione.",
            ),
            ("fasce", "Le fasce dei gradi, dalla più alta."),
            (
                "grado_massimo_percento",
                "Il grado più alto possibile, in punti percentuali.",
            ),
            ("validatore", "Chi valida i gradi."),
        ],
    },
    Voce {
        tipo: "FasciaDati",
        detto: "Una fascia di gradi.",
        chiavi: &[
            ("nome", "Il nome."),
            ("da_percento", "Il grado più basso della fascia."),
            (
                "vale_percento",
                "Quanto conta ogni grado della fascia; manca se ognuno conta ciò che è.",
            ),
        ],
    },
    Voce {
        tipo: "NodoDati",
        detto: "Qualcosa che sta sopra gli obiettivi: una linea di mandato, una missione, un programma.",
        chiavi: &[
            ("codice", "Il suo codice; gli zeri iniziali restano."),
            ("livello", "Che cosa è."),
            ("titolo", "Il titolo."),
            ("sotto", "I codici di ciò che gli sta sopra."),
            (
                "valutazione",
                "Che cosa ne è stato validato nel suo insieme.",
            ),
            ("nota", "Che cosa c’è da aggiungere."),
        ],
    },
    Voce {
        tipo: "ObiettivoDati",
        detto: "Un obiettivo: la promessa, e che cosa ne è stato.",
        chiavi: &[
            ("codice", "Il codice, unico nel ciclo."),
            ("alias", "I codici che l’obiettivo aveva prima."),
            ("numero", "Il numero della scheda, come scritto."),
            ("titolo", "Il titolo."),
            ("annualita", "Quale anno di quanti."),
            (
                "anni",
                "Gli anni a cui si riferisce, se il ciclo ne comprende di più.",
            ),
            ("ambito", "Chi impegna."),
            ("conta", "«peso», «condizione» o «senza peso»."),
            ("peso", "Il peso."),
            (
                "tipi",
                "«innovativo», «mantenimento», «sviluppo», «strategico»: uno o più.",
            ),
            (
                "responsabile",
                "Chi ne risponde, se non è il responsabile dell’ufficio o del settore.",
            ),
            (
                "collegamento_dup",
                "Il collegamento al DUP, con le parole della scheda.",
            ),
            (
                "sotto",
                "I codici di ciò che gli sta sopra nella programmazione.",
            ),
            ("parte_di", "Il codice dell’obiettivo di cui è una parte."),
            ("continua", "L’obiettivo di cui è il seguito."),
            (
                "descrizione",
                "Che cosa si farà e perché; una riga vuota separa i capoversi.",
            ),
            ("fasi", "Le fasi, in ordine."),
            (
                "risorse",
                "Con chi e con che cosa, con le parole della scheda.",
            ),
            (
                "personale",
                "Chi ci lavora: con il nome soltanto se l’ente pubblica i nomi.",
            ),
            (
                "segnalazioni",
                "Le sviste dell’atto, tenute come approvate.",
            ),
            ("indicatori", "Con che cosa si misura."),
            ("misura", "Che cosa ne dicono gli indicatori, calcolato."),
            (
                "media_valore_raggiunto",
                "«Media valore raggiunto %», calcolata.",
            ),
            (
                "media_rispetto_tempi",
                "«Media rispetto dei tempi %», calcolata.",
            ),
            (
                "risultato",
                "Che cosa ne è stato; manca finché non c’è niente da dire.",
            ),
        ],
    },
    Voce {
        tipo: "AmbitoDati",
        detto: "Chi è impegnato da un obiettivo: «genere» dice se tutto l’ente, un settore o più.",
        chiavi: &[
            ("genere", "Quale dei tre casi."),
            ("settore", "Il codice del settore."),
            ("ufficio", "Il codice dell’ufficio nel settore."),
            ("quote", "Le quote di ognuno."),
        ],
    },
    Voce {
        tipo: "QuotaDati",
        detto: "Una quota di un obiettivo condiviso.",
        chiavi: &[
            ("settore", "Il codice del settore di cui è."),
            (
                "responsabile",
                "Chi ne risponde, se non è il responsabile del settore.",
            ),
            ("parte_percento", "Quanta parte del peso dell’obiettivo è."),
            ("dal", "Da quale giorno."),
            ("al", "Fino a quale giorno."),
        ],
    },
    Voce {
        tipo: "AnnualitaDati",
        detto: "Quale anno di un obiettivo di più anni.",
        chiavi: &[("corrente", "Quale, da 1."), ("totale", "Di quanti.")],
    },
    Voce {
        tipo: "ContinuazioneDati",
        detto: "L’obiettivo di cui un altro è il seguito.",
        chiavi: &[
            ("ciclo", "Il codice del suo ciclo; manca se è lo stesso."),
            ("obiettivo", "Il suo codice."),
        ],
    },
    Voce {
        tipo: "FaseDati",
        detto: "Una fase di un obiettivo.",
        chiavi: &[
            ("descrizione", "Che cosa si fa."),
            (
                "mesi",
                "In quali mesi («2024-05»); nessuno se il cronoprogramma non lo dice.",
            ),
        ],
    },
    Voce {
        tipo: "RisorseDati",
        detto: "Con chi e con che cosa, con le parole della scheda.",
        chiavi: &[
            ("umane", "Chi ci lavora, per ufficio o ruolo."),
            ("strumentali", "Con quali mezzi."),
            ("costi", "Con quali costi."),
            ("risultati_attesi", "Che cosa ne dovrebbe venire."),
            (
                "risultati_ottenuti",
                "Che cosa ne è venuto, se la scheda approvata lo dice già.",
            ),
        ],
    },
    Voce {
        tipo: "PersonaDati",
        detto: "Chi lavora a un obiettivo.",
        chiavi: &[
            ("categoria", "La categoria."),
            ("nome", "Il nome, soltanto se l’ente pubblica i nomi."),
            (
                "partecipazione_percento",
                "Quanta parte del suo lavoro ci va.",
            ),
        ],
    },
    Voce {
        tipo: "IndicatoreDati",
        detto: "Con che cosa si misura un obiettivo: un indice di risultato, o un’attività.",
        chiavi: &[
            ("nome", "Che cosa misura, o che cosa c’è da fare."),
            (
                "categoria",
                "«quantità», «tempo», «costo», «qualità» o «attività».",
            ),
            ("tempistica", "Quando, con le parole della scheda."),
            (
                "mesi",
                "I mesi previsti, per un’attività segnata mese per mese: «2024-05».",
            ),
            ("conta", "«peso», «condizione» o «senza peso»."),
            ("peso", "Il peso dentro l’obiettivo."),
            (
                "meglio",
                "«alto»: di più è meglio; «basso»: di meno è meglio.",
            ),
            ("base", "Da dove partiva."),
            (
                "storico",
                "Quanto era negli anni passati, ognuno con il suo anno.",
            ),
            (
                "atteso",
                "Il valore atteso: nessuno, uno, o uno per ogni anno o settore.",
            ),
            ("formula", "Come si calcola."),
            ("fonte", "Da dove vengono le cifre."),
            (
                "raggiunto",
                "Il valore raggiunto: nessuno, uno, o uno per ogni anno o settore.",
            ),
            ("mesi_svolti", "I mesi in cui è stato fatto."),
            (
                "esito",
                "Che cosa ne è stato giudicato: «raggiunto», «parziale» o «non raggiunto».",
            ),
            (
                "esito_percento",
                "Quanto è stato raggiunto, se il giudizio è «parziale».",
            ),
            ("nota", "Che cosa c’è da aggiungere."),
            ("misura_percento", "Quanto è stato raggiunto, calcolato."),
        ],
    },
    Voce {
        tipo: "ValoreDati",
        detto: "Un valore come l’ufficio lo ha scritto, e che cosa significa.",
        chiavi: &[
            (
                "anno",
                "L’anno a cui si riferisce, se ce n’è uno per ogni anno.",
            ),
            (
                "settore",
                "Il codice del settore a cui si riferisce, se ce n’è uno per ogni settore.",
            ),
            ("scritto", "Le parole della scheda."),
            (
                "tipo",
                "Che cosa significano: «percentuale», «numero», «quantità», «data»; altrimenti «testo».",
            ),
            (
                "numero",
                "La cifra dei primi tre; di una percentuale, in punti.",
            ),
            (
                "unita",
                "Di che cosa: «%» per una percentuale, le parole della scheda per una quantità.",
            ),
            ("data", "Il giorno."),
        ],
    },
    Voce {
        tipo: "MisuraDati",
        detto: "Una media di indicatori.",
        chiavi: &[
            ("valore_percento", "La media."),
            ("indicatori", "Di quanti indicatori."),
        ],
    },
];

/// What came of it.
pub(super) const RISULTATI: &[Voce] = &[
    Voce {
        tipo: "RisultatoDati",
        detto: "Che cosa è stato di un obiettivo.",
        chiavi: &[
            (
                "valutazione",
                "Che cosa è stato validato, se è uno per tutto l’obiettivo; manca se non c’è niente.",
            ),
            (
                "per_settore",
                "Che cosa è stato validato, per codice del settore, se è uno per ogni settore.",
            ),
            ("dichiarato", "Che cosa ha dichiarato il responsabile."),
            (
                "in_griglia",
                "Come la griglia riassume gli indicatori, con parole sue.",
            ),
            ("risultati_ottenuti", "Che cosa ne è venuto, a parole."),
            (
                "motivazione",
                "Perché il grado è lontano da ciò che dicono gli indicatori.",
            ),
            ("nota", "Che cosa c’è da aggiungere."),
            ("verifica_intermedia", "La verifica durante l’anno."),
            ("verifica_finale", "La verifica alla fine."),
            (
                "segnalazioni",
                "Le sviste dell’atto, tenute come approvate.",
            ),
        ],
    },
    Voce {
        tipo: "ValutazioneDati",
        detto: "Un giudizio.",
        chiavi: &[
            (
                "genere",
                "«grado», «punti», o il giudizio a parole: «raggiunto», «parzialmente raggiunto», «non raggiunto», «non valutabile», «rinviato».",
            ),
            ("punti", "Quanti punti."),
            ("punti_massimi", "Su quanti."),
            (
                "grado_percento",
                "La percentuale che vale; manca se nessuno ha detto quanto, o se non conta.",
            ),
        ],
    },
    Voce {
        tipo: "DichiarazioneDati",
        detto: "Che cosa qualcuno ha dichiarato di un obiettivo.",
        chiavi: &[
            ("grado_percento", "Quanto è stato raggiunto."),
            ("da", "Chi lo dice."),
        ],
    },
    Voce {
        tipo: "VerificaDati",
        detto: "Una verifica, come la scheda la riporta.",
        chiavi: &[
            ("al", "Il giorno a cui guarda."),
            (
                "valore_raggiunto_percento",
                "«Media valore raggiunto %», se la scheda la riporta.",
            ),
            (
                "rispetto_tempi_percento",
                "«Media rispetto dei tempi %», se la scheda la riporta.",
            ),
            (
                "scostamento",
                "Che cosa è in ritardo sul piano; manca se non c’è niente.",
            ),
        ],
    },
    Voce {
        tipo: "ScostamentoDati",
        detto: "Che cosa è in ritardo sul piano, e che cosa si fa.",
        chiavi: &[
            ("cause", "Perché."),
            (
                "cause_esterne",
                "Perché, se il motivo è fuori dall’ufficio.",
            ),
            ("effetti", "Con quali effetti."),
            ("provvedimenti_intrapresi", "Che cosa è stato fatto."),
            ("provvedimenti_da_attivare", "Che cosa resta da fare."),
        ],
    },
    Voce {
        tipo: "PunteggiDati",
        detto: "A che cosa portano i gradi.",
        chiavi: &[
            ("settori", "Di ogni settore, nell’ordine della griglia."),
            (
                "complessivi",
                "Di tutto l’ente o di ogni persona, se l’ente somma i pesi così.",
            ),
        ],
    },
    Voce {
        tipo: "PunteggioDati",
        detto: "Il risultato di un settore.",
        chiavi: &[
            ("settore", "Il codice del settore."),
            ("totale", "La media pesata."),
            (
                "voci",
                "Che cosa conta: gli obiettivi di struttura, poi i suoi.",
            ),
        ],
    },
    Voce {
        tipo: "ComplessivoDati",
        detto: "Un risultato complessivo.",
        chiavi: &[("di", "Di chi."), ("totale", "La media pesata.")],
    },
    Voce {
        tipo: "TotaleDati",
        detto: "Una media pesata.",
        chiavi: &[
            (
                "stato",
                "«completo»; «parziale» se qualcosa non è ancora valutato; «annullato» se una condizione non è stata soddisfatta; «non valutato».",
            ),
            (
                "valore_percento",
                "La media; 0 se è annullata, manca se niente è valutato.",
            ),
            (
                "peso_valutato",
                "Il peso di ciò che è valutato, se è parziale.",
            ),
            ("peso_totale", "Il peso di tutto, se è parziale."),
        ],
    },
    Voce {
        tipo: "VoceDati",
        detto: "Un obiettivo nel risultato di un settore.",
        chiavi: &[
            ("obiettivo", "Il codice dell’obiettivo."),
            (
                "quanto",
                "Quanto conta: il peso, oppure 1 se il piano non ha pesi; una condizione 0.",
            ),
            (
                "valutazione",
                "Che cosa ne è stato validato per quel settore; manca finché non c’è niente.",
            ),
            (
                "conta_percento",
                "Il grado che conta: quello validato, o quanto vale la sua fascia.",
            ),
            ("punti", "Peso per grado, diviso 100."),
        ],
    },
];
