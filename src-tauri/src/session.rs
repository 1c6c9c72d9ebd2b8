//! Whether the session of Windows is locked, or left for another: the desktop that has the keyboard is then one that no
//! program of the session may open. So is the box by which Windows asks for an administrator.

use winsafe::HDESK;
use winsafe::co::{DESKTOP_RIGHTS, ERROR};

/// Whether nobody sits at this session.
pub(crate) fn is_left() -> bool {
    HDESK::OpenInputDesktop(None, false, DESKTOP_RIGHTS::SWITCHDESKTOP)
        .is_err_and(|cause| cause == ERROR::ACCESS_DENIED)
}
