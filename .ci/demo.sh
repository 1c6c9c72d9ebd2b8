# The demonstration without a display: an office of sixty invented people, every
# paper of one complete dossier, and the year's bilan. The day is fixed so that
# this dossier is the published one, to the cent. Sourced by `./run`.

folder=target/demo
day=2026-12-18
export ETRIER_PASSPHRASE="demonstration sans ecran"
# Each command opens the office again: at the real cost of a key, seconds each time.
export ETRIER_KDF=smallest

etrier_cli() {
    target/debug/etrier-cli --office "$folder/bureau" --today "$day" "$@"
}

echo "Aucun écran ici : la démonstration se fait par la ligne de commande, dans $folder/."
rm -rf "$folder"
mkdir -p "$folder"

etrier_cli demo
echo "Phrase secrète de ce bureau : $ETRIER_PASSPHRASE"

reference=$(etrier_cli dossiers --search "sonia delmas" | cut -f 1)
echo "Papiers de Mme Sonia Delmas, dossier $reference :"
etrier_cli print --all --dossier "$reference" --out "$folder/papiers"

for format in pdf csv json; do
    etrier_cli report --year "${day%%-*}" --format "$format" --out "$folder/bilan-${day%%-*}.$format" >/dev/null
done
echo "Bilan de l’année ${day%%-*} : $folder/bilan-${day%%-*}.pdf, .csv et .json"
etrier_cli verify
