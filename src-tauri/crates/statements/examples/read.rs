//! Scratch.
fn main() {
    let mut files = Vec::new();
    for a in std::env::args().skip(1).filter(|a| !a.starts_with("--")) {
        let n = std::path::Path::new(&a).file_name().unwrap().to_str().unwrap().to_owned();
        files.push((n, std::fs::read(&a).unwrap()));
    }
    let s: Vec<_> = files.iter().map(|(name, bytes)| statements::SourceFile { name, bytes }).collect();
    let t = std::time::Instant::now();
    let r = statements::read(&s, &statements::WordRules::delivered(), &[]);
    eprintln!("{:?}", t.elapsed());
    println!("{}", statements::answer(&r));
}
