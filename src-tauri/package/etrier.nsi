; The installer of Windows: for one person, without an administrator, in French. Its uninstaller takes the programs away
; and leaves the dossiers. Made by `./check windows`, which defines VERSION, NUMBERS (four of them), ICON, FROM
; and TO.
;
; Silent: `etrier-VERSION-installation.exe /S`, and `/D=C:\a folder` last to install elsewhere.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText " "
Name "Étrier"
OutFile "${TO}"
InstallDir "$LOCALAPPDATA\Programs\Etrier"
InstallDirRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\Etrier" "InstallLocation"

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Etrier"
!define NO_REPORT "Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications"
!define WEBVIEW "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW_SETUP "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
; Nobody has to accept a licence to use Étrier: its page says what is about to be done.
!define MUI_PAGE_HEADER_TEXT "Installer Étrier"
!define MUI_PAGE_HEADER_SUBTEXT "Le bureau du référent microcrédit"
!define MUI_LICENSEPAGE_TEXT_TOP "Ce qui va être fait :"
!define MUI_LICENSEPAGE_TEXT_BOTTOM " "
!define MUI_LICENSEPAGE_BUTTON "Installer"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${FROM}\side.bmp"
!define MUI_FINISHPAGE_RUN "$INSTDIR\etrier.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Ouvrir Étrier"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Le programme va être retiré. Les dossiers restent, chiffrés, dans $LOCALAPPDATA\Etrier : une nouvelle installation les retrouve."
!insertmacro MUI_PAGE_LICENSE "${FROM}\installation.txt"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "French"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=${LANG_FRENCH} "ProductName" "Étrier"
VIAddVersionKey /LANG=${LANG_FRENCH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_FRENCH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_FRENCH} "FileDescription" "Installation d’Étrier"
VIAddVersionKey /LANG=${LANG_FRENCH} "CompanyName" "Étrier"
VIAddVersionKey /LANG=${LANG_FRENCH} "LegalCopyright" "Étrier, sous licence EUPL-1.2"

; A program that runs cannot be written over: nothing is begun then.
!macro WaitForEtrier
    again:
    IfFileExists "$INSTDIR\etrier.exe" 0 free
    ClearErrors
    FileOpen $0 "$INSTDIR\etrier.exe" a
    IfErrors 0 closed
    MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "Étrier est ouvert. Fermez-le, puis réessayez : ce qui y est tapé sera gardé." /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
    closed:
    FileClose $0
    free:
!macroend

Function .onInit
    ${IfNot} ${AtLeastWin10}
        MessageBox MB_ICONSTOP "Étrier demande Windows 10 ou 11. Rien n’a été installé." /SD IDOK
        SetErrorLevel 2
        Quit
    ${EndIf}
    !insertmacro WaitForEtrier
FunctionEnd

Function un.onInit
    !insertmacro WaitForEtrier
FunctionEnd

; Leaves in $0 the version of what draws the window; nothing when it is missing.
Function FindWebView
    ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW}" "pv"
    ${If} $0 == ""
        ReadRegStr $0 HKLM "SOFTWARE\${WEBVIEW}" "pv"
    ${EndIf}
    ${If} $0 == ""
        ReadRegStr $0 HKCU "Software\${WEBVIEW}" "pv"
    ${EndIf}
    ${If} $0 == "0.0.0.0"
        StrCpy $0 ""
    ${EndIf}
FunctionEnd

Section
    SetOutPath "$INSTDIR"
    File "${FROM}\etrier.exe"
    File "${FROM}\etrier-cli.exe"
    File "${FROM}\WebView2Loader.dll"
    File "${FROM}\LICENCE.txt"
    File "${FROM}\licences.txt"
    WriteUninstaller "$INSTDIR\desinstaller.exe"
    CreateShortcut "$SMPROGRAMS\Étrier.lnk" "$INSTDIR\etrier.exe"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Étrier"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\etrier.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Étrier"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\desinstaller.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\desinstaller.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    SetDetailsPrint none
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    SetDetailsPrint both
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
    Call FindWebView
    ${If} $0 == ""
    ${AndIf} ${FileExists} "$EXEDIR\${WEBVIEW_SETUP}"
        DetailPrint "Installation de WebView2 Runtime…"
        ExecWait '"$EXEDIR\${WEBVIEW_SETUP}" /silent /install'
        Call FindWebView
    ${EndIf}
    ${If} $0 == ""
        MessageBox MB_ICONEXCLAMATION "Étrier est installé, mais sa fenêtre ne s’ouvrira pas encore : il manque à cet ordinateur « WebView2 Runtime », le composant de Microsoft qui l’affiche.$\n$\nDemandez au service informatique de l’installer. L’installateur autonome de Microsoft (${WEBVIEW_SETUP}), posé à côté de celui-ci, l’est en même temps qu’Étrier, sans réseau." /SD IDOK
    ${EndIf}
SectionEnd

Section Uninstall
    Delete "$INSTDIR\etrier.exe"
    Delete "$INSTDIR\etrier-cli.exe"
    Delete "$INSTDIR\WebView2Loader.dll"
    Delete "$INSTDIR\LICENCE.txt"
    Delete "$INSTDIR\licences.txt"
    Delete "$INSTDIR\desinstaller.exe"
    ; Only when nothing else is in it: an office of a stick may be.
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Étrier.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegValue HKCU "${NO_REPORT}" "etrier.exe"
    DeleteRegValue HKCU "${NO_REPORT}" "etrier-cli.exe"
SectionEnd
