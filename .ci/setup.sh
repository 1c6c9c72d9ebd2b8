# What `./run` and `./check` both need before they build: the two compilers,
# the system packages, the window's page. Sourced from the top of the project.

# The page is built by Vite, which asks for this Node; Rust's is in Cargo.toml.
node_wanted=20.19
rust_wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

packages_to_build="build-essential perl pkg-config libdbus-1-dev libgtk-3-dev libwebkit2gtk-4.1-dev"
packages_to_check="xvfb xauth webkit2gtk-driver qpdf poppler-utils default-jdk-headless libjaxb-java python3 python3-pip strace"

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Whether version $2 is at least $1.
at_least() {
    [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

need_compilers() {
    local rust
    need_node
    rust=$(rustc --version 2>/dev/null | cut -d ' ' -f 2)
    at_least "$rust_wanted" "${rust:-0}" && command -v cargo >/dev/null ||
        stop "Il faut Rust $rust_wanted ou plus récent (ici : ${rust:-aucun}). Installez-le avec rustup (https://rustup.rs), puis recommencez."
}

need_node() {
    local node
    node=$(node --version 2>/dev/null | tr -d v)
    at_least "$node_wanted" "${node:-0}" && command -v npm >/dev/null ||
        stop "Il faut Node.js $node_wanted ou plus récent, avec npm (ici : ${node:-aucun}). Installez-le (https://nodejs.org), puis recommencez."
}

# Installs those of the given Debian packages that are not there.
need_packages() {
    local package missing=() root=()
    if ! command -v dpkg-query >/dev/null; then
        printf '%s\n' "Ce système n’a pas de paquets Debian : il doit déjà fournir l’équivalent de $*." >&2
        return
    fi
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null ||
            stop "Il manque des paquets du système. Tapez cette commande, puis recommencez :
    sudo apt-get install --no-install-recommends ${missing[*]}"
        root=(sudo -n)
    fi
    printf '%s\n' "Installation de : ${missing[*]}"
    "${root[@]}" apt-get -o DPkg::Lock::Timeout=240 update -qq &&
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=240 \
            install -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        stop "Les paquets du système n’ont pas pu être installés."
}

# Installs the page's packages when their lock file has changed.
need_page_packages() {
    [ ui/node_modules/.package-lock.json -nt ui/package-lock.json ] ||
        npm --prefix ui ci --no-audit --no-fund --loglevel=error || stop "npm n’a pas pu installer les paquets de la fenêtre."
}

# Builds the page when one of its sources is newer than what was built: the
# program carries it within itself.
need_page() {
    local built=ui/dist/index.html
    [ -e "$built" ] &&
        [ -z "$(find ui assets -name node_modules -prune -o -path ui/dist -prune -o -type f -newer "$built" -print -quit)" ] ||
        npm --prefix ui run --silent build
}
