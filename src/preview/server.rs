//! The preview over HTTP, on this machine only.
//!
//! Owns the requests; what they get is [`Snapshot::answer`]'s. A request under another name than this
//! machine's is refused, so that no page of the web can read the preview through a name that leads here
//! (DNS rebinding).

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use tokio::sync::watch;

use super::{Answer, Snapshot};

/// How long a page waits for news before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);
/// How many ports are tried, from the one asked for.
const PORTS: u16 = 20;
/// The address at which pages ask for news.
const NEWS: &str = "/_griglia/versione";

/// Gives the server the newest site.
pub type Sender = watch::Sender<Arc<Snapshot>>;
/// Where the server takes it from.
pub type Receiver = watch::Receiver<Arc<Snapshot>>;

/// A way to hand over each newer site.
#[must_use]
pub fn channel(first: Snapshot) -> (Sender, Receiver) {
    watch::channel(Arc::new(first))
}

/// A port of this machine: the one asked for, or the next that is free.
///
/// # Errors
/// When none of them can be had.
pub fn listen(port: u16) -> io::Result<TcpListener> {
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in port..=port.saturating_add(PORTS) {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Answers until somebody presses Ctrl-C.
///
/// # Errors
/// When the operating system does not let it serve.
pub fn serve(listener: TcpListener, site: Receiver) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let app = Router::new().fallback(answer).with_state(site);
        // Pages that wait for news would keep a server that waits for them.
        tokio::select! {
            served = async { axum::serve(listener, app).await } => served,
            pressed = tokio::signal::ctrl_c() => pressed,
        }
    });
    runtime.shutdown_background();
    served
}

async fn answer(State(site): State<Receiver>, request: Request) -> Response<Body> {
    if !is_for_this_machine(&request) {
        return respond(
            StatusCode::FORBIDDEN,
            "text/plain; charset=utf-8",
            Vec::new(),
        );
    }
    let path = request.uri().path();
    if path == NEWS {
        return news(site, request.uri().query().unwrap_or_default()).await;
    }
    let snapshot = Arc::clone(&site.borrow());
    match snapshot.answer(path) {
        Answer::File { media_type, bytes } => respond(StatusCode::OK, media_type, bytes),
        Answer::Nothing { page } => respond(
            StatusCode::NOT_FOUND,
            "text/html; charset=utf-8",
            page.into_bytes(),
        ),
        Answer::Elsewhere(address) => {
            let mut response = respond(
                StatusCode::TEMPORARY_REDIRECT,
                "text/plain; charset=utf-8",
                Vec::new(),
            );
            if let Ok(address) = HeaderValue::from_str(&address) {
                response.headers_mut().insert(header::LOCATION, address);
            }
            response
        }
    }
}

/// The version of the site, as soon as it is not the one that the page has.
async fn news(mut site: Receiver, query: &str) -> Response<Body> {
    let own = query.strip_prefix("da=").unwrap_or_default().to_owned();
    let newer = site.wait_for(|snapshot| snapshot.version() != own);
    let version = match tokio::time::timeout(PATIENCE, newer).await {
        Ok(Ok(snapshot)) => snapshot.version().to_owned(),
        _ => own,
    };
    respond(
        StatusCode::OK,
        "text/plain; charset=utf-8",
        version.into_bytes(),
    )
}

/// Whether a request names this machine and nothing else.
fn is_for_this_machine(request: &Request) -> bool {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost")
}

fn respond(status: StatusCode, media_type: &'static str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, media_type),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
