; Set-up program for one user, without administrator rights. Made by: makensis -DVERSION=0.1.0 -DFOLDER=<built folder> aligner.nsi
Unicode true
!include "MUI2.nsh"
Name "Aligner"
OutFile "aligner-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Aligner"
InstallDirRegKey HKCU "Software\Aligner" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

!insertmacro MUI_PAGE_LICENSE "${FOLDER}\LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\aligner-window.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section "Aligner"
  ; an older version goes first: files that the new one does not have would be loaded with it
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Aligner.lnk" "$INSTDIR\aligner-window.exe"
  WriteRegStr HKCU "Software\Aligner" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.aligner" "" "Aligner.Project"
  WriteRegStr HKCU "Software\Classes\Aligner.Project" "" "Aligner"
  WriteRegStr HKCU "Software\Classes\Aligner.Project\DefaultIcon" "" "$INSTDIR\aligner-window.exe,0"
  WriteRegStr HKCU "Software\Classes\Aligner.Project\shell\open\command" "" '"$INSTDIR\aligner-window.exe" "%1"'
  !define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Aligner"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Aligner"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\aligner-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

Section "Uninstall"
  RMDir /r "$INSTDIR"
  Delete "$SMPROGRAMS\Aligner.lnk"
  DeleteRegKey HKCU "Software\Classes\.aligner"
  DeleteRegKey HKCU "Software\Classes\Aligner.Project"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Aligner"
SectionEnd
