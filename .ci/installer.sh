# Builds the installer of Windows and the folder of a stick in target/package/, installs it by Wine without a word, opens
# what it installed, removes it, and sees that only the dossiers are left. Sourced by `./check windows`.

build_installer() {
    local from=$windows/installed made=$root/target/package stick=$windows/stick
    export SOURCE_DATE_EPOCH
    SOURCE_DATE_EPOCH=$(date -u -d "$(sed -n 's/.*<release .*date="\([^"]*\)".*/\1/p' src-tauri/package/*.metainfo.xml | head -n 1)" +%s)
    with_windows_compiler build --quiet --release --locked --workspace --bins &&
        cargo test --quiet --workspace --test shipped licences || return
    version=$(.ci/wine "$windows/target/$windows_target/release/etrier-cli.exe" --version | tr -d '\r' | cut -d ' ' -f 2)
    rm -rf "$from" "$stick" && mkdir -p "$from" "$stick/Etrier/etrier-portable" "$made" || return
    cp "$windows/target/$windows_target/release"/{etrier.exe,etrier-cli.exe,WebView2Loader.dll} "$from/" &&
        as_notepad_reads LICENSE >"$from/LICENCE.txt" && as_notepad_reads "$made/licences.txt" >"$from/licences.txt" &&
        cp "$from"/* "$stick/Etrier/" && as_notepad_reads src-tauri/package/installation.txt >"$from/installation.txt" &&
        side_of_installer >"$from/side.bmp" && as_notepad_reads src-tauri/package/portable.txt >"$stick/Etrier/LISEZ-MOI.txt" || return
    setup=$made/etrier-$version-installation.exe
    portable=$made/etrier-$version-cle.zip
    makensis -V2 -INPUTCHARSET UTF8 -DVERSION="$version" -DNUMBERS="$version.0" -DFROM="$from" -DTO="$setup" \
        -DICON="$root/src-tauri/icons/icon.ico" src-tauri/package/etrier.nsi || return
    find "$stick" -exec touch -d "@$SOURCE_DATE_EPOCH" {} + && rm -f "$portable" &&
        (cd "$stick" && python3 -m zipfile -c "$portable" Etrier) &&
        (cd "$made" && sha256sum "${setup##*/}" "${portable##*/}" >"etrier-$version.sha256") && ls -l "$setup" "$portable"
}

# UTF-16 with the ends of lines of Windows, which the page of the licence and every Notepad read.
as_notepad_reads() {
    printf '\xff\xfe' && sed 's/$/\r/' "$1" | iconv -f UTF-8 -t UTF-16LE
}

# The side of its last page: the ground of the window, and the line that stands beside the page.
side_of_installer() {
    python3 - <<'END'
import struct, sys
width, height, ground, line = 164, 314, bytes((0xEA, 0xF3, 0xF7)), bytes((0x50, 0x47, 0x1D))
sys.stdout.buffer.write(struct.pack("<2sIHHIIiiHHIIiiII", b"BM", 54 + width * 3 * height, 0, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0))
sys.stdout.buffer.write((ground * (width - 4) + line * 4) * height)
END
}

try_installer() {
    local status=0 user=$windows/wine/drive_c/users/$(id -un) programs office
    programs=$user/AppData/Local/Programs/Etrier office=$user/AppData/Local/Etrier
    export ETRIER_PASSPHRASE='chamois tandem orgeat boussole'
    rm -rf "$office" "$programs"
    told "installed without a word" .ci/wine "$setup" /S || return
    told "its programs, its menu, its way out" all_there "$programs"/{etrier.exe,etrier-cli.exe,WebView2Loader.dll,LICENCE.txt,licences.txt,desinstaller.exe} \
        "$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Étrier.lnk" || status=1
    told "the properties of both programs" has_properties "$version" "$programs"/etrier{,-cli}.exe "$setup" || status=1
    told "etrier-cli makes an office" .ci/wine "$programs/etrier-cli.exe" demo --dossiers 5 || status=1
    told "in the folder of the person" [ -f "$office/Etrier/data/vault/current" ] || status=1
    told "the window says that its runtime is missing" without_webview "$programs/etrier.exe" || status=1
    told "installed again over itself" .ci/wine "$setup" /S || status=1
    told "nothing is written over a program that is open" refuses_when_open "$programs/etrier.exe" || status=1
    told "removed" removed "$programs" || status=1
    told "nothing of the program is left" [ ! -e "$programs" ] || status=1
    told "nor in its menu" [ ! -e "$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Étrier.lnk" ] || status=1
    told "nor in the registry" not_registered || status=1
    told "the dossiers are still there" .ci/wine "$windows/installed/etrier-cli.exe" verify || status=1
    told "the folder of a stick keeps its office" on_a_stick "$office" || status=1
    return $status
}

all_there() {
    local file
    for file in "$@"; do [ -s "$file" ] || { echo "$file is missing" && return 1; }; done
}

has_properties() {
    python3 - "$@" <<'END'
import sys
version, *programs = sys.argv[1:]
for name in programs:
    held = open(name, "rb").read()
    for word in ["Étrier, sous licence EUPL-1.2", "FileVersion", version, "FileDescription"]:
        if word.encode("utf-16-le") not in held:
            sys.exit(f"{name}: {word} is missing")
END
}

# Opens the program until it says what it lacks, in a box that waits for its button and on the error output.
opens_its_box() {
    rm -f "$2"
    env -u WAYLAND_DISPLAY xvfb-run -a -s "-screen 0 1280x800x24" timeout -s KILL 120 .ci/wine "$1" 2>"$2" &
    for _ in $(seq 90); do grep -q WebView2 "$2" 2>/dev/null && return || sleep 1; done
    echo "$1 did not open" && return 1
}

without_webview() {
    local said=$windows/tried/box status=0
    opens_its_box "$1" "$said" || status=1
    .ci/wine wineboot -k
    wait
    grep WebView2 "$said" && return $status
}

# Wine lets a running program be written over, which Windows refuses: another program holds it as Windows would.
refuses_when_open() {
    local status tried=$windows/tried
    x86_64-w64-mingw32-gcc -O2 -municode -o "$tried/open_file.exe" tests/windows/open_file.c && rm -f "$tried/open" || return
    .ci/wine "$tried/open_file.exe" "$1" >"$tried/open" &
    for _ in $(seq 30); do grep -q open "$tried/open" 2>/dev/null && break || sleep 1; done
    .ci/wine "$setup" /S
    status=$?
    .ci/wine wineboot -k
    wait
    [ "$status" -eq 2 ] || { echo "the setup ended with $status" && return 1; }
}

# The uninstaller goes on in a copy of itself.
removed() {
    .ci/wine "$1/desinstaller.exe" /S || return
    for _ in $(seq 30); do [ -e "$1" ] || return 0; sleep 1; done
    ls "$1" && return 1
}

not_registered() {
    ! .ci/wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Etrier' >/dev/null 2>&1 &&
        ! .ci/wine reg query 'HKCU\Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications' 2>/dev/null | grep etrier
}

on_a_stick() {
    local stick=$windows/tried/stick own=$1
    rm -rf "$stick" "$own" && mkdir -p "$stick" && python3 -m zipfile -e "$portable" "$stick" &&
        .ci/wine "$stick/Etrier/etrier-cli.exe" demo --dossiers 5 && [ -f "$stick/Etrier/etrier-portable/vault/current" ] &&
        [ ! -e "$own" ]
}
