# The job of the window without a display: an office, a request, its household
# and its budget, then the budget sheet. Invented people; the day is fixed so
# that ages and references are those of the sheet. Sourced by `./run`.

folder=target/demo
day=2026-11-09
export ETRIER_PASSPHRASE="demonstration sans ecran"
# Each call opens the office again: at the real cost of a key, half a minute in all.
export ETRIER_KDF=smallest

etrier_cli() {
    target/debug/etrier-cli --office "$folder/bureau" --today "$day" "$@"
}

# Makes one call of the desk: its name, its input.
call() {
    etrier_cli call "$1" "$2" >/dev/null
}

echo "Aucun écran ici : la même démonstration se fait par la ligne de commande, dans $folder/."
rm -rf "$folder"
mkdir -p "$folder"

etrier_cli init --name "CCAS de Valbourg" --advisor "Nadia Ferrand"
echo "Phrase secrète de ce bureau : $ETRIER_PASSPHRASE"
call describe_office '{"name": "CCAS de Valbourg", "advisor": "Nadia Ferrand",
    "address": "4 place de la Fontaine, 99120 Valbourg", "phone": "05 36 49 00 12"}'

call record_request '{"last_name": "Delmas", "first_name": "Sonia", "origin": "referrer", "phone": "06 39 98 41 07",
    "email": "", "project": "voiture d’occasion pour le travail", "purpose": "vehicle_purchase", "amount": "2 400",
    "received_on": "12/10/2026", "next_date": ""}'

while IFS='|' read -r field value; do
    call change_person "{\"dossier\": 1, \"field\": \"$field\", \"value\": \"$value\"}"
done <<'FIELDS'
title|madame
born_on|17/05/1992
family_situation|separating
housing|tenant_social
employment|permanent_part_time
occupation|aide à domicile
FIELDS

while IFS='|' read -r name born_on; do
    call add_member "{\"dossier\": 1, \"name\": \"$name\", \"link\": \"child\", \"born_on\": \"$born_on\",
        \"lives_here\": true, \"share\": \"one\", \"reason\": \"\"}"
done <<'MEMBERS'
Lina Delmas|03/02/2017
Noé Delmas|21/06/2020
MEMBERS

while IFS='|' read -r entry detail amount frequency outstanding ends; do
    call add_budget_line "{\"dossier\": 1, \"entry\": \"$entry\", \"detail\": \"$detail\", \"amount\": \"$amount\",
        \"frequency\": \"$frequency\", \"certainty\": \"proved\", \"outstanding\": \"$outstanding\", \"ends\": \"$ends\"}"
done <<'LINES'
salary_permanent|aide à domicile, 24 h par semaine|1 012,40|monthly||
in_work_benefit||248,16|monthly||
family_allowances||151,05|monthly||
apl||297,00|monthly||
alimony_received|2 enfants|220,00|monthly||
ars|2 enfants|853,74|yearly||
rent||486,00|monthly||
rental_charges||62,00|monthly||
electricity||78,00|monthly||
water||96,30|quarterly||
internet|et mobile|34,98|monthly||
home_insurance||186,00|yearly||
health_insurance||42,60|monthly||
canteen||88,00|monthly||
public_transport|bus et covoiturage|54,00|monthly||
bank_account_fees|offre clientèle fragile|3,00|monthly||
revolving_credit|Finexo|45,00|monthly|612,40|01/2028
energy_arrears_plan||40,00|monthly|80,00|01/2027
LINES

paper=$folder/fiche-budgetaire-2026-001.pdf
etrier_cli print budget_sheet --dossier 2026-001 --out "$paper" >/dev/null
echo "La fiche budgétaire de Mme Sonia Delmas est dans $paper"
