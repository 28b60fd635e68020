"""The texts that are Qt's own: buttons of file dialogs, menus of text fields."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def translate_qt(application: QApplication, language: str) -> None:
    """Give the buttons of file dialogs and text menus, which are Qt's own, the user's language."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    own = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language == "zh" and own.load("qtbase_zh_CN", folder):
        application.installTranslator(own)
