//! Whether the folder of the office is no good place for it: one that a program sends elsewhere, one of another
//! computer, one on a stick.
//!
//! Such a place may write a half-changed file back, or not honour the lock that keeps two programs apart. It is
//! told, never refused: some offices have no other.

use std::path::{Component, Path, PathBuf};

use super::Desk;

/// What programs that send files elsewhere call their folder: the start of its name, small letters, and who it is.
const SYNCHRONISED: [(&str, &str); 18] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mon drive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("cloudstorage", "un service en ligne"),
    ("kdrive", "kDrive"),
    ("box sync", "Box"),
    ("cloudstation", "Synology Drive"),
    ("pcloud", "pCloud"),
    ("seafile", "Seafile"),
    ("synologydrive", "Synology Drive"),
    ("tresorit", "Tresorit"),
];

/// Filesystems of another computer.
const REMOTE: [&str; 13] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.sshfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// Filesystems of sticks and cards.
const REMOVABLE: [&str; 4] = ["exfat", "iso9660", "msdos", "vfat"];

/// A filesystem and where it hangs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mount {
    /// Where it hangs.
    pub at: PathBuf,
    /// Its type, as the system names it.
    pub kind: String,
}

impl Mount {
    /// Those of this computer that matter to a folder.
    #[cfg(not(windows))]
    fn around(_folder: &Path) -> Vec<Self> {
        Self::read(&std::fs::read_to_string("/proc/self/mounts").unwrap_or_default())
    }

    /// The disk of a folder, by its letter: a share that was given one, a stick.
    #[cfg(windows)]
    fn around(folder: &Path) -> Vec<Self> {
        use winsafe::co::DRIVE;
        let Some(root) = folder.ancestors().last() else { return Vec::new() };
        let kind = match winsafe::GetDriveType(root.to_str()) {
            DRIVE::REMOTE => "cifs",
            DRIVE::REMOVABLE => "vfat",
            _ => return Vec::new(),
        };
        vec![Self { at: root.to_owned(), kind: kind.to_owned() }]
    }

    /// Reads `/proc/self/mounts`: a device, a place, a type on each line; `\040` is a space.
    #[cfg(any(test, not(windows)))]
    fn read(table: &str) -> Vec<Self> {
        let mount = |line: &str| {
            let mut words = line.split(' ').skip(1);
            let at = words.next()?.replace("\\040", " ");
            Some(Self { at: PathBuf::from(at), kind: words.next()?.to_owned() })
        };
        table.lines().filter_map(mount).collect()
    }
}

/// Why the folder of the office is no good place for it; nothing when it is one.
pub(super) fn shared_folder(desk: &Desk) -> Option<String> {
    let office = std::path::absolute(desk.office_folder()).unwrap_or_else(|_| desk.office_folder().to_owned());
    // Where a link leads is where the files are.
    let real = std::fs::canonicalize(&office).unwrap_or_else(|_| office.clone());
    let sentence = [office, real].iter().find_map(|folder| reason(folder, &Mount::around(folder)))?;
    Some(domain::words::spaced(&sentence))
}

/// Why a folder is no good place for an office, with what to do.
fn reason(folder: &Path, mounts: &[Mount]) -> Option<String> {
    const MOVE: &str = "Demandez au service informatique de le mettre sur le disque de cet ordinateur ; \
                        les copies, elles, peuvent aller ailleurs.";
    if let Some(service) = synchronised(folder) {
        return Some(format!(
            "Le dossier d’Étrier est dans un dossier envoyé par {service} : un envoi peut mêler deux états du \
             coffre. {MOVE}"
        ));
    }
    let deepest = mounts.iter().filter(|mount| folder.starts_with(&mount.at));
    let kind = deepest.max_by_key(|mount| mount.at.components().count()).map(|mount| mount.kind.as_str());
    if is_network_path(folder) || kind.is_some_and(|kind| REMOTE.contains(&kind)) {
        return Some(format!(
            "Le dossier d’Étrier est sur le réseau : une coupure peut interrompre un enregistrement, et le verrou \
             entre deux ordinateurs n’y est pas sûr. {MOVE}"
        ));
    }
    kind.filter(|kind| REMOVABLE.contains(kind)).map(|_| {
        format!(
            "Le dossier d’Étrier est sur une clé ou une carte : elle peut être ôtée pendant un enregistrement. {MOVE}"
        )
    })
}

fn synchronised(folder: &Path) -> Option<&'static str> {
    folder.components().find_map(|part| {
        let Component::Normal(name) = part else { return None };
        let name = name.to_string_lossy().to_lowercase();
        SYNCHRONISED.iter().find(|(start, _)| name.starts_with(start)).map(|(_, service)| *service)
    })
}

/// `\\\\server\\share`, as Windows names a folder of another computer.
fn is_network_path(folder: &Path) -> bool {
    let text = folder.to_string_lossy();
    text.starts_with(r"\\") && !text.starts_with(r"\\?\") || text.starts_with(r"\\?\UNC\")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "/dev/sda2 / ext4 rw 0 0\n\
                         //nas/ccas /home/adviser/Commun cifs rw 0 0\n\
                         /dev/sdb1 /media/adviser/CL\\040USB vfat rw 0 0\n\
                         /dev/sda3 /home/adviser/Commun/local ext4 rw 0 0\n";

    #[test]
    fn a_folder_that_is_sent_elsewhere_of_another_computer_or_on_a_stick_is_told() {
        for (folder, told) in [
            ("/home/adviser/.local/share/etrier", None),
            ("/home/adviser/OneDrive - Ville de Valbourg/Etrier", Some("OneDrive")),
            ("/home/adviser/Dropbox/Etrier", Some("Dropbox")),
            ("/home/adviser/Nextcloud/ccas", Some("Nextcloud")),
            ("/home/adviser/Mon Drive/ccas", Some("Google Drive")),
            ("/Users/adviser/Library/Mobile Documents/com~apple~CloudDocs/ccas", Some("iCloud")),
            ("/home/adviser/SynologyDrive/ccas", Some("Synology")),
            ("/home/adviser/Commun/etrier", Some("réseau")),
            ("/home/adviser/Commun/local/etrier", None),
            ("/media/adviser/CL USB/etrier", Some("clé")),
            (r"\\serveur\ccas\etrier", Some("réseau")),
            ("/home/adviser/Mes dossiers/cloud", None),
        ] {
            let said = reason(Path::new(folder), &Mount::read(TABLE));
            assert_eq!(said.is_some(), told.is_some(), "{folder}: {said:?}");
            assert!(said.unwrap_or_default().contains(told.unwrap_or_default()), "{folder}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_hides_no_folder_that_is_sent_elsewhere() {
        let home = tempfile::tempdir().unwrap();
        let sent = home.path().join("Dropbox");
        std::fs::create_dir(&sent).unwrap();
        std::os::unix::fs::symlink(&sent, home.path().join("etrier")).unwrap();
        let told = shared_folder(&Desk::at(&home.path().join("etrier"))).unwrap();
        assert!(told.contains("Dropbox"), "{told}");
    }

    #[test]
    fn a_table_of_mounts_that_makes_no_sense_tells_nothing() {
        for table in ["", "\n\n", "one", "one two", "a b c d"] {
            assert_eq!(reason(Path::new("/home/etrier"), &Mount::read(table)), None);
        }
    }
}
