# Builds the programs for Windows without one, and tries them by Wine: their tests, the commands of the README beside
# those of Linux, the installer. Sourced by `./check windows`.
#
# Debian's compiler for the web comes with the sources of its std, from which the one of Windows is built, once. It is
# unpacked in target/windows/toolchain, not installed: it would take the place of the compiler of this machine.

root=$PWD
windows=$root/target/windows
windows_target=x86_64-pc-windows-gnu
packages_for_windows="gcc-mingw-w64-x86-64-posix g++-mingw-w64-x86-64-posix wine64 nsis xvfb xauth python3"

windows() {
    local status=0
    need_windows && need_page && build || return
    with_windows_compiler build --quiet --workspace --bins || return
    test_by_wine || status=1
    compare_systems || status=1
    build_installer && try_installer || status=1
    return $status
}

need_windows() {
    need_packages $packages_for_windows && need_windows_compiler && need_wine
}

need_windows_compiler() {
    local toolchain=$windows/toolchain deb libraries
    [ ! -e "$toolchain/ready" ] || return 0
    rm -rf "$toolchain" && mkdir -p "$toolchain/debs" || return
    libraries=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
        --no-enhances rustc-web cargo-web |
        grep -oE '^(libstd-rust-web[-.0-9a-z]*|libllvm[0-9]+|libgit2-[0-9.]+|libhttp-parser[0-9.]+|libmbed[-a-z0-9]+)$' | sort -u)
    (cd "$toolchain/debs" && apt-get -qq download rustc-web cargo-web rust-web-src $libraries) || return
    for deb in "$toolchain"/debs/*.deb; do dpkg -x "$deb" "$toolchain" || return; done
    rm -rf "$toolchain/debs"
    build_windows_std && touch "$toolchain/ready"
}

# From a crate that holds nothing; its parts are laid where the compiler looks for them, with what a program that is
# optimised whole reads of them.
build_windows_std() {
    local toolchain=$windows/toolchain crate=$windows/std
    rm -rf "$crate" && mkdir -p "$crate/src" && : >"$crate/src/lib.rs" &&
        printf '[package]\nname = "std-of-windows"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$crate/Cargo.toml" &&
        (cd "$crate" && RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes with_windows_compiler build --quiet --release --target-dir "$crate/target" \
            -Zbuild-std=std,panic_unwind,panic_abort,test,proc_macro) &&
        mkdir -p "$toolchain/usr/lib/rustlib/$windows_target/lib" &&
        cp "$crate/target/$windows_target/release/deps"/lib*.rlib "$toolchain/usr/lib/rustlib/$windows_target/lib/" &&
        rm -rf "$crate"
}

# Cargo of that compiler, in a target of its own; what it runs is run by Wine.
with_windows_compiler() {
    local usr=$windows/toolchain/usr
    LD_LIBRARY_PATH=$usr/lib/x86_64-linux-gnu RUSTC=$usr/bin/rustc RUSTDOC=$usr/bin/rustdoc CARGO=$usr/bin/cargo \
        CARGO_BUILD_TARGET=$windows_target CARGO_TARGET_DIR=$windows/target CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 \
        CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=$root/.ci/wine "$usr/bin/cargo" "$@"
}

# A prefix that says it is Windows 10, as Étrier asks.
need_wine() {
    local prefix=$windows/wine
    [ ! -e "$prefix/ready" ] || return 0
    rm -rf "$prefix" && mkdir -p "$prefix" && .ci/wine wineboot -i && .ci/wine winecfg -v win10 &&
        x86_64-w64-mingw32-gcc -O2 -shared -o "$prefix/drive_c/windows/system32/bcryptprimitives.dll" \
            tests/windows/bcryptprimitives.c -ladvapi32 && touch "$prefix/ready"
}

test_by_wine() {
    # The window, and its tests, look for it beside them.
    cp "$windows/target/$windows_target/debug"/{,deps/}WebView2Loader.dll &&
        with_windows_compiler test --quiet --workspace --no-fail-fast --bins --lib --test journeys
}

# The commands of the README on both systems, then what no README shows. The same facts give the same bytes, and each
# opens what the other made.
compare_systems() {
    local status=0 tried=$windows/tried file
    export ETRIER_PASSPHRASE='une phrase de cinq mots longs' ETRIER_KDF=smallest
    try_commands linux && try_commands windows || return
    told "commands of the README: the same exit codes and the same words" diff -r "$tried"/{linux,windows}/told || status=1
    told "each of them done" eval '! grep -E "^[1-9][0-9]* -*[a-z]" "$tried"/{linux,windows}/told/*' || status=1
    while read -r file; do
        same "$tried"/{linux,windows}/written/"$file" || { status=1 && echo "FAILS $file differs"; }
    done < <(cd "$tried/linux/written" && find . -type f | sort)
    [ "$status" -ne 0 ] || echo "ok    $(find "$tried/linux/written" -type f | wc -l) files written, the same bytes"
    told "Windows opens the office of Linux" opens windows linux || status=1
    told "Linux opens the office of Windows" opens linux windows || status=1
    told "Windows restores the copy of Linux" restores windows linux || status=1
    told "Linux restores the copy of Windows" restores linux windows || status=1
    told "a share that has a letter, and a stick, are told" disks_are_told || status=1
    told "crash reports leave both programs out" no_crash_report || status=1
    return $status
}

# `etrier-cli` of a system, on one day.
etrier_cli() {
    local program=("$root/target/debug/etrier-cli")
    [ "$1" = linux ] || program=("$root/.ci/wine" "$windows/target/$windows_target/debug/etrier-cli.exe")
    "${program[@]}" --today 2026-11-24 "${@:2}" | tr '\\' '/'
    return "${PIPESTATUS[0]}"
}

try_commands() {
    local system=$1 folder=$windows/tried/$1 line number=0
    rm -rf "$folder" && mkdir -p "$folder"/{told,written,cle} && cp tests/corpus/registers/sixty.csv "$folder/registre.csv" &&
        cp tests/statements/files/*.pdf "$folder/" || return
    cd "$folder" || return
    sed -n '/^## Without a window/,/^Exit codes/{ s/^etrier-cli //p }' "$root/README.md" |
        sed 's/ *#.*//; s|/tmp/essai|office|; s|/media/cle|cle|; s|papiers|written/papiers|; s|bilan.csv|written/bilan.csv|; s|registre.xlsx|registre.csv|; s|releve-|*|' \
            >commands
    cat >>commands <<'END'
--office office report --year 2026 --format pdf --out written/bilan.pdf
--office office report --year 2026 --format json --out written/bilan.json
--office office report --year 2026 --format xlsx --out written/bilan.xlsx
--office office export-person VB-2026-0014 --out written
--office office retention
--office office papers
END
    while read -r line; do
        number=$((number + 1))
        eval "etrier_cli $system $line" >"told/$number" 2>&1 </dev/null
        echo "$? $line" >>"told/$number"
    done <commands
    # The code of an office is drawn.
    sed -i '/[Cc]ode/d' told/1
    cd "$root" || return
}

# Two files of the same bytes; of a workbook, of the same parts, as its zip names the system it was made by.
same() {
    case $1 in
    *.xlsx) python3 - "$@" <<'END' ;;
import sys, zipfile
one, other = (zipfile.ZipFile(name) for name in sys.argv[1:])
parts = lambda book: [(part, book.read(part)) for part in book.namelist()]
sys.exit(parts(one) != parts(other))
END
    *) cmp -s "$@" ;;
    esac
}

# An office that $2 made, opened by $1.
opens() {
    local folder=$windows/tried/$1-$2
    rm -rf "$folder" && mkdir "$folder" && cp -r "$windows/tried/$2/office" "$folder/office" && (
        cd "$folder" && etrier_cli "$1" --office office verify &&
            etrier_cli "$1" --office office print budget_sheet --dossier VB-2026-0014 --out sheet.pdf
    )
}

restores() {
    local folder=$windows/tried/$1-$2
    rm -rf "$folder/again" && (
        cd "$folder" && etrier_cli "$1" --office again restore "$(echo "../$2/cle"/20*)" && etrier_cli "$1" --office again verify
    )
}

# Drives of the prefix that say what they are, as Windows does.
disks_are_told() {
    local disk letter kind word status=0 disks="n:network:réseau s:floppy:clé"
    for disk in $disks; do
        IFS=: read -r letter kind word <<<"$disk"
        mkdir -p "$windows/tried/$kind" && ln -sfn "$windows/tried/$kind" "$windows/wine/dosdevices/$letter:" &&
            .ci/wine reg add 'HKLM\Software\Wine\Drives' /v "$letter:" /t REG_SZ /d "$kind" /f >/dev/null
    done
    # They are read when Wine starts: all of it has to end first.
    .ci/wine wineboot -k
    WINEPREFIX=$windows/wine timeout 60 /usr/lib/wine/wineserver -w
    for disk in $disks; do
        IFS=: read -r letter kind word <<<"$disk"
        (cd "$windows/tried" && etrier_cli windows --office "$letter:/office" call status '{}') | grep "$word" >/dev/null || status=1
    done
    return $status
}

no_crash_report() {
    .ci/wine reg query 'HKCU\Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications' | grep -q 'etrier-cli.exe .*0x1'
}
