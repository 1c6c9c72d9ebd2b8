//! The TypeScript of the boundary, made from the table: the window's only contract.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use super::table::CALLS;
use app::failure::Failure;
use casework::attachments::AttachmentPage;
use printing::papers::{KeptPaperPage, PaperPage};

/// The types of the boundary by name, each with its declaration.
pub(super) struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        // A generic type is declared once for all it is used with.
        let name = T::ident(&self.config);
        if !self.by_name.contains_key(&name) {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{}\nexport {}", docs.trim_end(), T::decl(&self.config));
            self.by_name.insert(name, laid_out(&declaration));
        }
        T::visit_dependencies(self);
    }
}

/// A declaration with one field a line, its sentence above it.
fn laid_out(declaration: &str) -> String {
    let flat = declaration
        .replace("/**\n * ", "/** ")
        .replace("\n */\n", " */\n")
        .replace("{ \n", "{\n")
        .replace(", \n", ";\n")
        .replace(", };", ";\n};");
    let mut text = String::new();
    let mut inside = false;
    for line in flat.lines() {
        let ends = line == "};";
        inside &= !ends;
        text.push_str(if inside { "  " } else { "" });
        text.push_str(line);
        text.push('\n');
        inside |= line.ends_with('{');
    }
    text
}

/// The text of `ui/src/ipc/types.ts`.
#[must_use]
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut declarations = Declarations { config, by_name: BTreeMap::new() };
    declarations.visit::<Failure>();
    declarations.visit::<PaperPage>();
    declarations.visit::<KeptPaperPage>();
    declarations.visit::<AttachmentPage>();
    for call in CALLS {
        (call.types)(&mut declarations);
    }
    let mut text = String::from("// Generated from the desk's table of calls: change it there.\n");
    for declaration in declarations.by_name.values() {
        text.push('\n');
        text.push_str(declaration.trim());
        text.push('\n');
    }
    text.push_str(
        "\n/** The kinds of calls. */\nexport type Kind = \"pure\" | \"read\" | \"write\" | \"desk\" | \"long\";\n",
    );
    text.push_str("\n/** Every call: what it takes and what it gives. */\nexport interface Calls {\n");
    for call in CALLS {
        let (input, output) = ((call.input)(&declarations.config), (call.output)(&declarations.config));
        text.push_str(&format!("  /** {} */\n  {}: {{ input: {input}; output: {output} }};\n", call.about, call.name));
    }
    text.push_str(
        "}\n\n/** What each call does to the office. */\nexport const kinds: Record<keyof Calls, Kind> = {\n",
    );
    for call in CALLS {
        text.push_str(&format!("  {}: \"{}\",\n", call.name, call.kind.name()));
    }
    text.push_str("};\n");
    text
}
