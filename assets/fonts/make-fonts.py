#!/usr/bin/env python3
"""Makes the Etrier fonts from Adobe's Source fonts. README.md says when and how to run it.

usage: make-fonts.py NODE_MODULES PAPER_FOLDER WINDOW_FOLDER
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program
from fontTools.varLib import instancer

# Latin in full (names from all over Europe and Vietnam), Greek, Cyrillic, and the signs a paper uses.
SCRIPTS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B0, 0x02FF), (0x0300, 0x036F), (0x0370, 0x03FF),
    (0x0400, 0x052F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20C0),
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2600, 0x27BF),
]
FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]
SMOOTH_AT_ALL_SIZES = {0xFFFF: 0x000F}
DROPOUT_CONTROL = b"\xb8\x01\xff\x85\xb0\x04\x8d"
# The narrow no-break space of French amounts, as a part of the no-break space.
NARROW = 0.88
# The line box of the families as published for the web, which the pages are designed with.
SANS_BOX = (1024, -400)


def own_glyph(font, codepoint, name, model, scale=1.0):
    """Gives a character a glyph of its own, so that the text copied from a paper is the text printed."""
    font["glyf"].glyphs[name] = font["glyf"][model]
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    advance, side = font["hmtx"].metrics[model]
    font["hmtx"].metrics[name] = (round(advance * scale), side)
    if "gvar" in font:
        font["gvar"].variations[name] = font["gvar"].variations.get(model, [])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[codepoint] = name
    if "HVAR" in font:
        del font["HVAR"]  # optional, and it counts the glyphs: browsers then read gvar


def rename(font, family, style, licence):
    names = font["name"]
    kept = {record.nameID for record in names.names if record.nameID > 255}
    names.names = [r for r in names.names if r.nameID in kept and "Source" not in r.toUnicode()]
    postscript = f"{family}-{style}".replace(" ", "")
    regular = style == "Regular"
    texts = {
        0: f"Copyright Adobe. Modified version, SIL Open Font License 1.1: see {licence}.",
        1: family if regular else f"{family} {style}",
        2: style if regular else "Regular",
        3: f"1.000;{postscript}",
        4: f"{family} {style}",
        5: "Version 1.000",
        6: postscript,
        13: "SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
        16: family,
        17: style,
    }
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)
    if "fvar" in font:
        for instance in font["fvar"].instances:
            instance.postscriptNameID = 0xFFFF
    font["OS/2"].achVendID = "ETRI"


def reduce(font, dropped):
    """Keeps the scripts and the features above, without hints."""
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += dropped
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in SCRIPTS for c in range(first, last + 1)])
    subsetter.subset(font)


def make(source, target, family, style, licence, pinned=None):
    font = TTFont(source)
    if pinned:
        stored = BytesIO()
        instancer.instantiateVariableFont(font, pinned).save(stored)
        font = TTFont(stored)
    window = target.suffix == ".woff2"
    reduce(font, ["DSIG", "BASE", "MVAR"] if window else ["DSIG", "BASE", "STAT", "gasp"])
    cmap = font.getBestCmap()
    own_glyph(font, 0x00A0, "etrier.nobreak", cmap[0x20])
    own_glyph(font, 0x202F, "etrier.narrow", cmap[0x20], NARROW)
    own_glyph(font, 0x2011, "etrier.hyphen", cmap[0x2D])
    if family == "Etrier Sans":
        ascent, descent = SANS_BOX
        font["hhea"].ascent = font["OS/2"].sTypoAscender = font["OS/2"].usWinAscent = ascent
        font["hhea"].descent = font["OS/2"].sTypoDescender = descent
        font["OS/2"].usWinDescent = -descent
    rename(font, family, style, licence)
    if window:
        font["gasp"] = newTable("gasp")
        font["gasp"].version, font["gasp"].gaspRange = 1, SMOOTH_AT_ALL_SIZES
        font["prep"] = newTable("prep")
        font["prep"].program = Program()
        font["prep"].program.fromBytecode(DROPOUT_CONTROL)
        font.flavor = "woff2"
    font["post"].formatType = 3.0
    font.save(target)
    print(target.name, target.stat().st_size, len(font.getBestCmap()), "characters")


def main(modules, paper, window):
    sans, serif = modules / "source-sans", modules / "source-serif"
    for weight, style in (("Regular", "Regular"), ("Semibold", "SemiBold")):
        make(sans / f"TTF/SourceSans3-{weight}.ttf", paper / f"EtrierSans-{style}.ttf",
             "Etrier Sans", style, "OFL-sans.txt")
    make(serif / "VAR/SourceSerif4Variable-Roman.ttf", paper / "EtrierSerif-SemiBold.ttf",
         "Etrier Serif", "SemiBold", "OFL-serif.txt", {"wght": 600, "opsz": 14})
    make(sans / "VF/SourceSans3VF-Upright.ttf", window / "etrier-sans.woff2",
         "Etrier Sans", "Regular", "OFL-sans.txt")
    make(serif / "VAR/SourceSerif4Variable-Roman.ttf", window / "etrier-serif.woff2",
         "Etrier Serif", "Regular", "OFL-serif.txt", {"opsz": 14})


main(*map(Path, sys.argv[1:]))
