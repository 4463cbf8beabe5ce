//! Which words there are, room by room. **A new word goes here** and into `themes/italia/lingua/it.yaml`; templates
//! and program say `parole.anno.titolo`.

use crate::parole::Testo;
use crate::parole::lettura::Lettura;
use crate::source::form::{Scritto, form};

stanze! {
    /// Parole di più pagine.
    comune: Comune / ComuneScritta {
        obiettivi_e_risultati, cerca, i_settori, settore, obiettivo, che_cosa_cerchi, nessun_anno,
        responsabile_nome, in_questa_pagina, tutti_gli_obiettivi, atti, tipo, che_cosa,
        anno_per_anno, questa_pagina, togli_tutto, responsabile, che_cosa_vuol_dire,
        parole_spiegate, anno, tutti_i_settori, tutti_i_tipi, peso, grado, stato, ufficio,
        solo_previsto, provvisori, un_obiettivo, molti_obiettivi, un_settore, molti_settori,
        obiettivi_di_struttura, eliminati, eliminati_spiegazione, elenco, nomi_in_minuscolo,
    }

    /// In cima a ogni pagina, e intorno al suo contenuto.
    testata: Testata / TestataScritta {
        vai_al_contenuto, vai_al_piede, percorso, ultimo_aggiornamento, sito_istituzionale,
        nel_sito, cerca_negli_obiettivi, cerca_nel_sito, menu, feed, luogo_della_lingua,
    }

    /// In fondo a ogni pagina.
    piede: Piede / PiedeScritta {
        pagine_del_sito, note_e_accessibilita, dichiarazione_accessibilita, inizio, documenti,
        privacy, faq, segnalazioni, contatti, telefono, email, pec,
    }

    /// La prima pagina di un ente.
    ente: Ente / EnteScritta {
        frase, settori, anni, andamento, per_capire, tutti_i_risultati, tutti_gli_obiettivi,
        settori_valutati, settori_da_valutare,
    }

    /// La pagina che porta a più enti.
    indice: Indice / IndiceScritta {
        frase, titolo, nome,
    }

    /// La pagina di un anno.
    anno: Anno / AnnoScritta {
        titolo, risultato_dei_settori, cambiato, esclusi, con_pesi, senza_pesi, fasce,
        modificato_con, data_per_data, stessi_dati, ogni_colonna, piano_parziale,
    }

    /// La tabella di tutti gli obiettivi di un anno, con i filtri.
    tabella: Tabella / TabellaScritta {
        filtra_e_ordina, conto, conto_tutti, conto_nessuno, conto_uno, filtri, parole_nel_titolo,
        come_e_andata, comunque, ordine, piano, titolo_a, titolo_z, settore_a, settore_z, tipo_a,
        tipo_z, peso_alto, peso_basso, grado_alto, grado_basso, stato_raggiunto,
        stato_non_raggiunto, titolo, tutti, peso_di_parte,
    }

    /// La pagina di un settore.
    settore: Settore / SettoreScritta {
        risultato, uffici, cambiato, obiettivi, pesi, calcolo, si_chiamava, struttura_pesata,
        struttura, struttura_risultato, calcolo_con_pesi, calcolo_senza_pesi, fuori_dal_calcolo,
        punti, peso_per_grado, grado_per_obiettivo, titolo, descrizione, descrizione_del_piano,
    }

    /// La pagina di un ufficio.
    ufficio: Ufficio / UfficioScritta {
        sopra, obiettivi, titolo,
    }

    /// La pagina di un obiettivo.
    obiettivo: Obiettivo / ObiettivoScritta {
        altri, precedente, successivo, misure, per_settore, parti, cambiato, peso, in_breve,
        conta_per, atti, mese_per_mese, in_corso, legenda_mesi, sopra, cambiato_con, nome,
        di_ogni_settore, del_settore, dei_settori, titolo, parte_di, vale, grado_per_settore,
    }

    /// Figure e andamento negli anni.
    figure: Figure / FigureScritta {
        linea, andamento, raggiunti_del_tutto, su_cento, anno_prima, raggiunti_breve,
    }

    /// La pagina di un atto che modifica il piano.
    modifica: Modifica / ModificaScritta {
        sopra, oggetto, atto, presenti, che_cosa_cambia, motivo, prima_e_dopo, prima, dopo, numero,
        carica, presenza, confronto, presente, assente, non_adottata, e_presente, e_assente, esce,
        entra, senza_confronto, senza_confronti, nome, titolo, da_a, in_grassetto,
        scheda_senza_confronto, scheda_che_esce,
    }

    /// Il piano a una certa data.
    piano: Piano / PianoScritta {
        data_per_data, dal, dopo_la_modifica, in_origine, numero, somma_con, somma, dopo,
        come_approvati_con, come_approvati,
    }

    /// Che cosa sta sopra gli obiettivi.
    programmazione: Programmazione / ProgrammazioneScritta {
        titolo, sopra, frase, sotto, risultato,
    }

    /// Due anni a confronto.
    confronto: Confronto / ConfrontoScritta {
        anni_a_confronto, elenco, quali_anni, titolo, settori, settori_tabella, differenza,
        continuano, continuano_tabella, titolo_di_prima, stato_di_prima, nuovi, conclusi,
        descrizione, due_anni, frase, non_c_era, non_c_e_piu, senza_risultato, numero,
        titolo_del_campo, indicatore, indicatore_nuovo, indicatore_tolto,
    }

    /// La pagina dei documenti, e il loro elenco.
    documenti: Documenti / DocumentiScritta {
        titolo, frase, sezione, impronte, impronte_spiegazione, nessuno, bozza, descrizione,
        allegato_a, del_giorno,
    }

    /// La pagina dei dati aperti.
    dati: Dati / DatiScritta {
        titolo, frase, colonne_per_programmi, come_sono_scritti, csv, numeri, vuota, elenco,
        formule, colonne_di, colonna, che_cosa_dice, json, catalogo, feed, licenza, descrizione,
        insieme, obiettivi, obiettivi_descrizione, indicatori, indicatori_descrizione, risultati,
        risultati_descrizione, ciclo, ciclo_descrizione, cc_by, cc0, cc_by_sa,
    }

    /// La ricerca.
    ricerca: Ricerca / RicercaScritta {
        frase, nessuno, uno, molti, alcuni, alcuni_uno, inizio, prepara, altri_n, mostra_solo,
        risultati,
        altri, senza_script, sfoglia, descrizione, tutti_gli_anni, tutto, documento, atto, pagina,
    }

    /// Le pagine di testo: licenza, glossario.
    pagina: Pagina / PaginaScritta {
        licenza, licenza_applicazione, licenza_nome, licenza_utenti, icone, glossario,
    }

    /// La mappa del sito.
    mappa: Mappa / MappaScritta {
        titolo, descrizione, che_cosa_cambia,
    }

    /// La pagina che si vede quando un indirizzo non c’è.
    non_trovata: NonTrovata / NonTrovataScritta {
        titolo, frase, descrizione,
    }

    /// La pagina che resta a un vecchio indirizzo.
    altrove: Altrove / AltroveScritta {
        titolo, frase,
    }

    /// La scheda di un obiettivo: campi, sezioni, indicatori, verifiche. In pagine e PDF.
    scheda: Scheda / SchedaScritta {
        annualita, valutato_da, grado_di_raggiungimento, quota, dup, fa_parte_di, annualita_di,
        peso_riproporzionato, peso_della_parte, condizione_annulla, unita_organizzativa,
        risorse_umane, risorse_strumentali, costi, risultati_attesi, risultati_ottenuti,
        risorse_e_risultati, descrizione, fasi, indicatori_di_risultato, indici_di_risultato,
        cronoprogramma, verifiche, personale, totale_partecipazione, categoria, cognome_e_nome,
        partecipazione, dichiarato_da, grado_dichiarato, risultato_degli_indicatori,
        risultato_delle_parti, motivazione, nota, nella_griglia, sul_risultato, segnalazioni, fase,
        verifica_intermedia, verifica_finale, al, media_valore, media_tempi, voce, cause,
        cause_esterne, effetti, intrapresi, da_attivare, attivita_da_compiere, previsto, ottenuto,
        indicatore, atteso, raggiunto, tempistica, base, scostamento, anni_passati, attivita,
        formula, fonte, meglio_se_basso, condizione, esito_raggiunto, esito_in_parte,
        esito_non_raggiunto, indici_di_quantita, indici_di_tempo, indici_di_costo,
        indici_di_qualita, su_una_parte, su_piu_parti, segnalata, media_e_misura, segno_previsto,
        segno_svolto, segno_fuori_piano,
    }

    /// Le tabelle della griglia. In pagine e PDF.
    griglia: Griglia / GrigliaScritta {
        obiettivo, non_indicato, peso, condizione, sintesi, risultato, ente, dei_responsabili,
        dell_ente, tutto_l_ente, punti_su_peso, punti_su, parziale, annullato, non_valutato,
        programmazione, della_programmazione,
    }

    /// I PDF.
    allegati: Allegati / AllegatiScritta {
        atto_da_indicare, allegato_a, pagina, bozza, griglia, per_settore, solo_di_struttura,
        relazione, relazione_copertina, indice, schede, schede_copertina, schede_finali,
        schede_finali_copertina, triennale, triennale_anni, piano, obiettivi_e_pesi, gli_obiettivi,
        somma_dei_pesi, somma_con, numero, obiettivo_n, modificate, modificate_copertina,
        modifiche_al_piano, la_scheda, firmato, cifre, dati_un_file, dati, grafico,
        chiave_performance, chiave_trasparenza, argomento_griglia, argomento_griglia_anni,
        argomento_relazione, argomento_modifiche, argomento_modifiche_anni, argomento_schede,
        argomento_schede_anni, argomento_finali, argomento_finali_anni,
    }

    /// Come è andato un obiettivo, da solo e contato con altri.
    stati: Stati / StatiScritta {
        raggiunto, raggiunto_uno, raggiunto_molti, in_parte, in_parte_uno, in_parte_molti,
        non_raggiunto, non_raggiunto_uno, non_raggiunto_molti, non_valutato, non_valutato_uno,
        non_valutato_molti, non_valutabile, non_valutabile_uno, non_valutabile_molti, rinviato,
        rinviato_uno, rinviato_molti, fuori_relazione, fuori_relazione_uno, fuori_relazione_molti,
        eliminato, eliminato_uno, eliminato_molti, incompleti,
    }

    /// Le cifre: che cosa separa i decimali e le migliaia, come si scrivono percentuali e grandezze.
    cifre: Cifre / CifreScritta {
        decimali, migliaia, percentuale, kilobyte, megabyte,
    }

    /// I nomi dei mesi.
    mesi,
    /// I nomi dei mesi dove c’è poco posto.
    mesi_brevi: Mesi / MesiScritta {
        gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre,
        novembre, dicembre,
    }

    /// Giorni e anni. Le parole `…_con_apostrofo` stanno davanti all’8 e all’11: un’altra lingua può ripetere le
    /// altre.
    date: Date / DateScritta {
        giorno, primo_del_mese, dal, dal_con_apostrofo, fino_al, fino_al_con_apostrofo,
        tutto_l_anno, da_a, anno, anni, anno_in_riga, anni_in_riga, nell_anno, negli_anni,
    }

    /// Quale anno di un obiettivo che ne dura più di uno.
    annualita: Annualita / AnnualitaScritta {
        prima, seconda, terza, quarta, quinta, altra, su,
    }

    /// Giudizi, fasce, medie e differenze.
    giudizi: Giudizi / GiudiziScritta {
        non_valutato, punti, raggiunto, in_parte, non_raggiunto, non_valutabile, rinviato,
        fascia_che_vale, fascia_da, fascia_da_che_vale, misura_uno, misura_molti, nessuno_scarto,
        punto_di_scarto, punti_di_scarto, giorno_di_scarto, giorni_di_scarto,
    }

    /// Gli atti, che cosa fanno, la seduta che li ha adottati.
    atti: Atti / AttiScritta {
        atto, da_adottare, breve, approva_piano, approva_peg, modifica_piano, approva_relazione,
        seduta_ora, il_presidente, il_segretario, presidente, segretario, pubblicata, esecutiva,
        richiami,
    }

    /// Che cosa fa un atto alle schede; contato, da solo o dopo altri («poi»).
    cambi: Cambi / CambiScritta {
        modificato, eliminato, inserito, modificato_uno, modificato_molti, eliminato_uno,
        eliminato_molti, inserito_uno, inserito_molti, poi_eliminato_uno, poi_eliminato_molti,
        poi_inserito_uno, poi_inserito_molti, nessuno,
    }

    /// Come si chiamano le unità organizzative, e che cosa succede loro.
    unita: Unita / UnitaScritta {
        settore, area, direzione, servizio, ufficio, nome, si_chiama, ne_risponde, confluisce,
    }

    /// I tipi di obiettivo.
    tipi: Tipi / TipiScritta {
        innovativo, mantenimento, sviluppo, strategico,
    }

    /// La frase che apre la pagina di un obiettivo: chi lo voleva, entro quando, che cosa ne è stato.
    frase: Frase / FraseScritta {
        vuole, voleva, vuole_parte, voleva_parte, comune, unione, provincia, regione, consorzio,
        comunita_montana, citta_metropolitana, ente, entro, entro_con_apostrofo, entro_fine_mese,
        ultima, ultima_con_apostrofo, ultima_a_fine_mese, eliminato, senza_grado, non_ancora,
        non_valutato, rinviato, fuori_relazione, non_valutabile, in_parte_senza_grado, incompleti,
        diversi, fatto_oltre, fatto, non_fatto, fatto_in_parte, con_cifra, con_cifra_ovunque,
    }

    /// Come sono andati gli obiettivi di un anno, tutti insieme.
    riepilogo: Riepilogo / RiepilogoScritta {
        frase, non_valutati, nessun_obiettivo,
    }

    /// Anni uno accanto all’altro.
    andamento: Andamento / AndamentoScritta {
        uguale, salito, sceso, punto, punti, raggiunto, raggiunti, conto, raggiunti_nell_anno,
        frase_uno, frase_molti, come_prima, in_piu, in_meno,
    }

    /// Che cosa misurano le barre, e su che cosa poggia un risultato.
    barra: Barra / BarraScritta {
        del_settore, del_settore_nell_anno, annullato, parziale,
    }

    /// Quanto conta ogni obiettivo di un settore.
    pesi: Pesi / PesiScritta {
        tutti_uguali, uno_di_piu, alcuni_di_piu, peso_su,
    }

    /// Che cosa dicono gli indicatori, con le loro figure.
    misure: Misure / MisureScritta {
        quanto, in_ritardo, nei_tempi, stesso_giorno, un_giorno_dopo, giorni_dopo, un_giorno_prima,
        giorni_prima, date, mesi, atteso, raggiunto, scostamento, mese_dell_anno,
    }

    /// Come contano pesi e gradi, in parole per chi legge.
    regole: Regole / RegoleScritta {
        titolo, fasce, oltre, validatore, senza_pesi, somma_del_settore, somma_dell_ente,
        somma_della_persona, in_proporzione_nel_settore, in_proporzione_nell_ente,
        in_proporzione_per_persona, grado_in_su, grado_fra, conta_com_e, conta,
    }

    /// Nei PDF: come si arriva ai risultati.
    metodo: Metodo / MetodoScritta {
        con_pesi, senza_pesi, in_proporzione, dell_ente, della_persona, condizione,
    }

    /// Le sezioni di Amministrazione trasparente a cui vanno i documenti.
    sezioni: Sezioni / SezioniScritta {
        performance, controlli, sistema, piano, relazione, validazione, altri,
    }

    /// Le novità, per chi legge i feed.
    feed: Feed / FeedScritta {
        titolo, risultati, obiettivi, documento, bozza,
    }

    /// Ciò che sta intorno ai testi dell’ente.
    intorno: Intorno / IntornoScritta {
        tabella, nota, note, torna, altro_sito,
    }

    /// La pagina «come leggere», dove l’ente non ne ha scritta una.
    come_leggere: ComeLeggere / ComeLeggereScritta {
        titolo, che_cosa, ogni_obiettivo,
    }

    /// Le note legali, dove l’ente non le ha scritte.
    note_legali: NoteLegali / NoteLegaliScritta {
        titolo, da_dove, dagli_atti, dati_personali, cookie, privacy, licenza_e_dati,
    }

    /// La pagina sull’accessibilità, dove l’ente non l’ha scritta.
    accessibilita: Accessibilita / AccessibilitaScritta {
        titolo, frase, dichiarazione, senza_dichiarazione, con_dichiarazione, segnalazioni,
        segnalare, segnalare_nel_sito, segnalare_agli_uffici, scrivere,
    }

    /// Le parole spiegate. Le etichette sono i nomi di campi e colonne, in minuscolo e con una virgola fra l’uno
    /// e l’altro, che portano alla spiegazione.
    glossario: Glossario / GlossarioScritta {
        atteso, atteso_significato, atteso_etichette, cronoprogramma, cronoprogramma_significato,
        cronoprogramma_etichette, dup, dup_significato, dup_etichette, fase, fase_significato,
        fase_etichette, grado, grado_significato, grado_etichette, indicatore,
        indicatore_significato, indicatore_etichette, modifica, modifica_significato,
        modifica_etichette, nucleo, nucleo_significato, nucleo_etichette, obiettivo,
        obiettivo_significato, obiettivo_etichette, struttura, struttura_significato,
        struttura_etichette, peg, peg_significato, peg_etichette, peso, peso_significato,
        peso_etichette, piao, piao_significato, piao_etichette, punti, punti_significato,
        punti_etichette, raggiunto, raggiunto_significato, raggiunto_etichette, relazione,
        relazione_significato, relazione_etichette, responsabile, responsabile_significato,
        responsabile_etichette, risultato, risultato_significato, risultato_etichette, scostamento,
        scostamento_significato, scostamento_etichette, settore, settore_significato,
        settore_etichette, tipo, tipo_significato, tipo_etichette, verifica, verifica_significato,
        verifica_etichette, stato_raggiunto, stato_in_parte, stato_non_raggiunto, stato_rinviato,
        stato_non_valutabile, stato_non_valutato, stato_fuori_relazione, stato_eliminato,
    }
}
