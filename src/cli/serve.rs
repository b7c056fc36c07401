//! `leitfaden serve`: shows the website of a handbook while it is being written.

use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::arguments::{Everywhere, Format, Serve};
use super::common::{Notes, finish, show};
use crate::handbook::Drafts;
use crate::pipeline::Settings;
use crate::serve::{Preview, bind, serve};

pub(super) fn run(everywhere: &Everywhere, options: &Serve) -> Result<ExitCode> {
    let settings = Settings { drafts: Drafts::Shown, ..everywhere.settings() };
    let mut loaded = everywhere.load(&settings)?;
    let mut report = std::mem::take(&mut loaded.report);
    let preview = Preview::new(&loaded, &mut report);
    let diagnostics = finish(&loaded, &report);
    show(everywhere, &loaded, Format::Human, &diagnostics, Notes::Counted)?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no server can be started")?;
    runtime.block_on(async {
        let listener = bind(SocketAddr::new(options.host, options.port)).await?;
        let address = format!("http://{}/", listener.local_addr()?);
        anstream::println!("{address}");
        if !everywhere.quiet {
            anstream::println!("The handbook as it is now; start again to see changes. End with Ctrl-C.");
        }
        if options.open {
            // Without a browser the address above still stands.
            if let Err(error) = open::that_detached(&address) {
                anstream::eprintln!("no browser could be opened: {error}");
            }
        }
        serve(listener, preview).await
    })?;
    Ok(ExitCode::SUCCESS)
}
