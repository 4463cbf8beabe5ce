//! Single values as people write them: dates, months, weights, grades, codes, addresses.
#![no_main]

use griglia::model;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = model::leggi_data(text);
    let _ = model::leggi_mesi(text, 2023);
    let _ = model::leggi_numero(text);
    let _ = model::leggi_anni(text);
    let _ = model::leggi_annualita(text);
    let _ = model::leggi_punti(text);
    let _ = model::leggi_peso(text, model::leggi_numero("100").unwrap());
    let _ = model::leggi_valore(text, 2023);
    let _ = model::leggi_colore(text);
    if let Ok(codice) = model::Codice::leggi(text) {
        // A code is a name of a file: it leaves no folder.
        assert!(!codice.as_str().contains(['/', '\\', '\0']) && !codice.as_str().starts_with('.'));
    }
    let cell = griglia::dati::proteggi(text);
    assert_eq!(griglia::dati::libera(&cell), text, "what is protected comes back");
});
