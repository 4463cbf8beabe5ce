//! Which words there are, room by room. **A new word goes here** and into `themes/italia/lingua/it.yaml`; templates
//! and program say `parole.anno.titolo`.

#![allow(
    unreachable_pub,
    clippy::struct_field_names,
    reason = "`form!` makes public forms, these are for this room alone; a word is called what it says"
)]

use super::Testo;
use super::lettura::Lettura;
use crate::source::form::{Scritto, form};

/// Declares the rooms: as they are written in a file, and as they are read.
macro_rules! stanze {
    ($( $(#[$about:meta])* $stanza:ident: $Stanza:ident / $Scritta:ident { $($parola:ident),+ $(,)? } )+) => {
        form! {
            /// A file of words.
            pub struct ParoleScritte {
                $( $(#[$about])* $stanza: $Scritta = "Le parole di una stanza: una pagina, o una parte che molte hanno.", )+
            }
        }

        /// The words of a language, room by room.
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        pub struct Stanze {
            $( $(#[$about])* pub(crate) $stanza: $Stanza, )+
        }

        impl Stanze {
            /// A file that has all the words; notes those that it lacks.
            pub(super) fn leggi(scritte: &ParoleScritte, lettura: &mut Lettura) -> Option<Self> {
                $( let $stanza = match &scritte.$stanza {
                    Some(scritta) => $Stanza::leggi(scritta, lettura),
                    None => {
                        lettura.manca(stringify!($stanza), &scritte.about);
                        None
                    }
                }; )+
                Some(Self { $( $stanza: $stanza?, )+ })
            }

            /// These words with those of a file laid over them.
            pub(super) fn sopra(self, scritte: &ParoleScritte, lettura: &mut Lettura) -> Self {
                Self { $( $stanza: self.$stanza.sopra(scritte.$stanza.as_ref(), lettura), )+ }
            }
        }

        $(
            form! {
                $(#[$about])*
                pub struct $Scritta {
                    $( $parola: Scritto = "Una parola o una frase; fra parentesi graffe i posti che si riempiono.", )+
                }
            }

            $(#[$about])*
            #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
            pub(crate) struct $Stanza {
                $( pub(crate) $parola: Testo, )+
            }

            impl $Stanza {
                fn leggi(scritta: &$Scritta, lettura: &mut Lettura) -> Option<Self> {
                    $( let $parola = lettura.dovuta(
                        scritta.$parola.as_ref(),
                        stringify!($parola),
                        &scritta.about,
                    ); )+
                    Some(Self { $( $parola: $parola?, )+ })
                }

                fn sopra(self, scritta: Option<&$Scritta>, lettura: &mut Lettura) -> Self {
                    Self { $( $parola: lettura.sopra(
                        scritta.and_then(|scritta| scritta.$parola.as_ref()),
                        &self.$parola,
                    ), )+ }
                }
            }
        )+
    };
}

stanze! {
    /// Parole di più pagine.
    comune: Comune / ComuneScritta {
        obiettivi_e_risultati, cerca, i_settori, settore, obiettivo, che_cosa_cerchi, nessun_anno,
        responsabile_nome, in_questa_pagina, tutti_gli_obiettivi, atti, tipo, che_cosa,
        anno_per_anno, questa_pagina, togli_tutto, responsabile, che_cosa_vuol_dire, parole_spiegate, anno,
        tutti_i_settori, tutti_i_tipi, peso, grado, stato, ufficio, solo_previsto, provvisori,
    }

    /// In cima a ogni pagina, e intorno al suo contenuto.
    testata: Testata / TestataScritta {
        vai_al_contenuto, vai_al_piede, percorso, ultimo_aggiornamento, sito_istituzionale,
        nel_sito, cerca_negli_obiettivi, cerca_nel_sito, menu, feed, luogo_della_lingua,
    }

    /// In fondo a ogni pagina.
    piede: Piede / PiedeScritta {
        pagine_del_sito, note_e_accessibilita, dichiarazione_accessibilita, inizio, documenti,
        privacy, faq, segnalazioni,
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
        modificato_con, data_per_data, stessi_dati, ogni_colonna,
    }

    /// La tabella di tutti gli obiettivi di un anno, con i filtri.
    tabella: Tabella / TabellaScritta {
        filtra_e_ordina, conto, conto_tutti, conto_nessuno, conto_uno, filtri, parole_nel_titolo,
        come_e_andata, comunque, ordine, piano, titolo_a, titolo_z, settore_a, settore_z, tipo_a,
        tipo_z, peso_alto, peso_basso, grado_alto, grado_basso, stato_raggiunto,
        stato_non_raggiunto, titolo, tutti,
    }

    /// La pagina di un settore.
    settore: Settore / SettoreScritta {
        risultato, uffici, cambiato, obiettivi, pesi, calcolo, si_chiamava, struttura_pesata,
        struttura, struttura_risultato, calcolo_con_pesi, calcolo_senza_pesi, fuori_dal_calcolo,
        punti, peso_per_grado, grado_per_obiettivo,
    }

    /// La pagina di un ufficio.
    ufficio: Ufficio / UfficioScritta {
        sopra, obiettivi,
    }

    /// La pagina di un obiettivo.
    obiettivo: Obiettivo / ObiettivoScritta {
        altri, precedente, successivo, misure, per_settore, parti, cambiato, peso, in_breve,
        conta_per, atti, mese_per_mese, in_corso, legenda_mesi, sopra, cambiato_con, nome,
        di_ogni_settore, del_settore, dei_settori,
    }

    /// Figure e andamento negli anni.
    figure: Figure / FigureScritta {
        linea, andamento, raggiunti_del_tutto, su_cento, anno_prima, raggiunti_breve,
    }

    /// La pagina di un atto che modifica il piano.
    modifica: Modifica / ModificaScritta {
        sopra, oggetto, atto, presenti, che_cosa_cambia, motivo, prima_e_dopo, prima, dopo, numero,
        carica, presenza, confronto, presente, assente, non_adottata, e_presente, e_assente, esce,
        entra, senza_confronto, senza_confronti, nome,
    }

    /// Il piano a una certa data.
    piano: Piano / PianoScritta {
        data_per_data, dal, dopo_la_modifica, in_origine, numero, somma_con, somma,
    }

    /// Che cosa sta sopra gli obiettivi.
    programmazione: Programmazione / ProgrammazioneScritta {
        titolo, sopra, frase, sotto, risultato,
    }

    /// Due anni a confronto.
    confronto: Confronto / ConfrontoScritta {
        anni_a_confronto, elenco, quali_anni, titolo, settori, settori_tabella, differenza,
        continuano, continuano_tabella, titolo_di_prima, stato_di_prima, nuovi, conclusi,
    }

    /// La pagina dei documenti, e il loro elenco.
    documenti: Documenti / DocumentiScritta {
        titolo, frase, impronte, sezione, impronte_spiegazione, nessuno, bozza, descrizione,
    }

    /// La pagina dei dati aperti.
    dati: Dati / DatiScritta {
        titolo, frase, colonne_per_programmi, come_sono_scritti, csv, numeri, vuota, elenco,
        formule, colonne_di, colonna, che_cosa_dice, json, catalogo, feed, licenza, descrizione,
    }

    /// La ricerca.
    ricerca: Ricerca / RicercaScritta {
        frase, nessuno, uno, molti, alcuni, alcuni_uno, inizio, prepara, altri_n, mostra_solo,
        risultati, altri, senza_script, sfoglia, descrizione, tutti_gli_anni, tutto, un_obiettivo,
        molti_obiettivi,
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
        indici_di, formula, fonte, meglio_se_basso, condizione, esito_raggiunto, esito_in_parte,
        esito_non_raggiunto,
    }

    /// Le tabelle della griglia. In pagine e PDF.
    griglia: Griglia / GrigliaScritta {
        obiettivo, non_indicato, peso, condizione, sintesi, risultato, ente, dei_responsabili,
        dell_ente, punti_su_peso, punti_su, parziale, annullato, non_valutato, programmazione,
        della_programmazione,
    }

    /// I PDF.
    allegati: Allegati / AllegatiScritta {
        atto_da_indicare, allegato_a, pagina, bozza, griglia, per_settore, solo_di_struttura,
        relazione, relazione_copertina, indice, schede, schede_copertina, schede_finali,
        schede_finali_copertina, triennale, triennale_anni, piano, obiettivi_e_pesi, gli_obiettivi,
        somma_dei_pesi, somma_con, numero, obiettivo_n, modificate, modificate_copertina,
        modifiche_al_piano, la_scheda,
    }

    /// Come è andato un obiettivo, da solo e contato con altri.
    stati: Stati / StatiScritta {
        raggiunto, raggiunto_uno, raggiunto_molti, in_parte, in_parte_uno, in_parte_molti,
        non_raggiunto, non_raggiunto_uno, non_raggiunto_molti, non_valutato, non_valutato_uno,
        non_valutato_molti, non_valutabile, non_valutabile_uno, non_valutabile_molti, rinviato,
        rinviato_uno, rinviato_molti, fuori_relazione, fuori_relazione_uno, fuori_relazione_molti,
        eliminato, eliminato_uno, eliminato_molti,
    }
}
