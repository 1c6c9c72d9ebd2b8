# `./run dev`: the page in a browser, over the desk of a demonstration in target/dev/, drawn anew as its sources change.
# `./run dev --window`: the same page in the window. `./run states`: every part in every state, with Node alone.
# Sourced by `./run`.

address=http://localhost:5199
day=2026-12-18
export ETRIER_PASSPHRASE="demonstration pour travailler" ETRIER_KDF=smallest

page() {
    (cd ui && exec node node_modules/vite/bin/vite.js --config dev.config.js --logLevel warn)
}

need_node
need_page_packages
if [ "$1" = states ]; then
    echo "$address/states.html"
    page
    exit
fi
need_compilers
need_packages $packages_to_build
need_page
cargo build --workspace --bins
[ -d target/dev ] || target/debug/etrier-cli --office target/dev --today $day demo
echo "Passphrase: $ETRIER_PASSPHRASE"
if [ "${2:-}" = --window ]; then
    page &
    trap "kill $!" EXIT
    ETRIER_PAGE=$address target/debug/etrier --office target/dev --today $day
else
    echo "$address/#/dossiers/12/budget"
    page
fi
exit
