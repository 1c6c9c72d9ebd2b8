# Builds the Debian package and its bill of materials in target/package/, installs it, opens what it installed,
# removes it, and sees that only the dossiers are left. Sourced by `./check package`.

made=target/package
here=src-tauri/package

package() {
    need_packages dpkg-dev man-db appstream desktop-file-utils lintian && need_page && build_package && try_package
}

told() {
    if "${@:2}"; then echo "ok    $1"; else echo "FAILS $1" && return 1; fi
}

# The same sources, in the same folder, by the same compilers, give the same bytes: every date is the release's.
build_package() {
    local version architecture size root=$made/root doc=$made/root/usr/share/doc/etrier program
    export SOURCE_DATE_EPOCH
    SOURCE_DATE_EPOCH=$(date -u -d "$(sed -n 's/.*<release .*date="\([^"]*\)".*/\1/p' $here/*.metainfo.xml | head -n 1)" +%s)
    cargo build --quiet --release --locked --workspace --bins &&
        cargo test --quiet --workspace --test shipped || return
    version=$(target/release/etrier-cli --version | cut -d ' ' -f 2)
    architecture=$(dpkg --print-architecture)
    rm -rf "$root" && mkdir -p "$root/DEBIAN" "$doc" "$root"/usr/share/{applications,metainfo,man/man1,man/fr/man1}
    for program in etrier etrier-cli; do install -D -m 755 "target/release/$program" "$root/usr/bin/$program"; done
    for size in 32 128 256 512; do
        install -D -m 644 "src-tauri/icons/${size}x$size.png" \
            "$root/usr/share/icons/hicolor/${size}x$size/apps/fr.etrier.Etrier.png"
    done
    install -D -m 644 assets/logo.svg "$root/usr/share/icons/hicolor/scalable/apps/fr.etrier.Etrier.svg"
    install -m 644 $here/fr.etrier.Etrier.desktop "$root/usr/share/applications/"
    install -m 644 $here/fr.etrier.Etrier.metainfo.xml "$root/usr/share/metainfo/"
    { cat $here/copyright && sed 's/^$/./; s/^/ /' LICENSE; } >"$doc/copyright"
    changelog "$version" | gzip -9n >"$doc/changelog.gz"
    gzip -9nc $made/licences.txt >"$doc/licences.txt.gz"
    sed "s/@VERSION@/$version/" $here/etrier.1 | gzip -9n >"$root/usr/share/man/fr/man1/etrier.1.gz"
    target/release/etrier-cli man | gzip -9n >"$root/usr/share/man/fr/man1/etrier-cli.1.gz"
    for program in etrier etrier-cli; do ln -s "../fr/man1/$program.1.gz" "$root/usr/share/man/man1/"; done
    install -m 755 $here/postrm "$root/DEBIAN/postrm"
    chmod -R u=rwX,go=rX "$root"
    (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
    sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@DEPENDS@/$(libraries "$root")/" \
        -e "s/@SIZE@/$(du -sk --apparent-size "$root/usr" | cut -f 1)/" $here/control >"$root/DEBIAN/control"
    deb=$made/etrier_${version}_$architecture.deb
    dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" >/dev/null &&
        told "AppStream" appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml &&
        told "desktop entry" desktop-file-validate "$root"/usr/share/applications/*.desktop || return
    command -v lintian >/dev/null || { echo "lintian is not installed, left out" && return; }
    told lintian lintian --fail-on error --suppress-tags embedded-library "$deb"
}

# The libraries the programs are linked with, as their packages are called here.
libraries() {
    local folder
    folder=$(mktemp -d) && mkdir "$folder/debian" && printf 'Source: etrier\n\nPackage: etrier\nArchitecture: any\n' \
        >"$folder/debian/control"
    (programs="$PWD/$1/usr/bin" && cd "$folder" && dpkg-shlibdeps -O "$programs/etrier" "$programs/etrier-cli" 2>/dev/null) |
        sed -n 's/^shlibs:Depends=//p'
    rm -rf "$folder"
}

# The news of the guide as Debian keeps them.
changelog() {
    echo "etrier ($1) stable; urgency=medium"
    echo
    awk '/^## /{ n += 1 } n == 1 && /^- / { print "  * " substr($0, 3) }' assets/help/nouveautes.md |
        sed -E 's/\[([^]]*)\]\([^)]*\)/\1/g; s/`//g' | fold -s -w 76 | sed 's/ *$//; s/^[^ ]/    &/'
    echo
    echo " -- $(sed -n 's/^Maintainer: //p' $here/control)  $(LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %H:%M:%S +0000')"
}

# As a user of the computer gets it: installed where that is allowed, unpacked elsewhere.
try_package() {
    local programs root status=0 left office=$made/office
    export ETRIER_PASSPHRASE='chamois tandem orgeat boussole'
    rm -rf "$office" $made/unpacked
    if [ "$(id -u)" -eq 0 ] && ! dpkg-query -W etrier >/dev/null 2>&1; then
        root= programs=/usr/bin
        told "installed" dpkg -i "$deb" || return
    else
        root=$made/unpacked programs=$PWD/$made/unpacked/usr/bin
        told "unpacked" dpkg-deb -x "$deb" $made/unpacked || return
    fi
    told "etrier-cli --version" "$programs/etrier-cli" --version || status=1
    told "etrier-cli makes an office" "$programs/etrier-cli" --office "$office" demo --dossiers 5 || status=1
    told "its manual" sh -c "man -l '$root/usr/share/man/man1/etrier-cli.1.gz' | grep -q SORTIE" || status=1
    ETRIER_PROGRAMS=$programs env -u WAYLAND_DISPLAY xvfb-run -a -s "-screen 0 1600x1000x24" \
        cargo test --quiet --workspace --test window -- --test-threads=1 demo:: portable:: || status=1
    if [ -z "$root" ]; then
        dpkg -L etrier | sort >$made/installed
        told "removed" dpkg --purge etrier || status=1
        left=$(while read -r file; do [ -f "$file" ] && echo "$file"; done <$made/installed)
        told "nothing of the program is left" [ -z "$left" ] || status=1
    fi
    told "the dossiers are still there" "target/release/etrier-cli" --office "$office" verify || status=1
    ls -l "$deb" target/release/etrier target/release/etrier-cli
    return $status
}
