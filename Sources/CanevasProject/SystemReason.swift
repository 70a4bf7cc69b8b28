package import CanevasSource
import Glibc

/// Why the system refused an operation: one of its `errno` codes.
package struct SystemReason: Error, Hashable, Sendable {
  package let code: Int32

  package init(code: Int32) {
    self.code = code
  }

  /// The reason in words; the system's own, which are English, for a code that is rare here.
  package var words: Bilingual {
    switch code {
    case ENOENT: Bilingual("fichier ou dossier introuvable", "no such file or folder")
    case EACCES, EPERM: Bilingual("permission refusée", "permission denied")
    case EEXIST: Bilingual("ce nom est déjà pris", "the name is taken")
    case ENOTDIR: Bilingual("ce n'est pas un dossier", "not a folder")
    case EISDIR: Bilingual("c'est un dossier", "is a folder")
    case ENOTEMPTY: Bilingual("le dossier n'est pas vide", "the folder is not empty")
    case ENOSPC: Bilingual("plus de place sur le disque", "no space left on the disk")
    case EDQUOT: Bilingual("quota de disque dépassé", "disk quota exceeded")
    case EROFS: Bilingual("système de fichiers en lecture seule", "read-only file system")
    case EIO: Bilingual("erreur d'entrée-sortie", "input/output error")
    case ELOOP: Bilingual("lien symbolique inattendu ou en boucle", "unexpected or looping link")
    case EADDRINUSE: Bilingual("ce port est déjà pris", "the port is taken")
    case ENAMETOOLONG: Bilingual("nom trop long", "name too long")
    case EMFILE, ENFILE: Bilingual("trop de fichiers ouverts", "too many open files")
    case EXDEV, EBUSY:
      Bilingual(
        "ce dossier est un autre volume que celui qui le contient",
        "the folder is another volume than the one that holds it")
    default: Bilingual(systemWords, systemWords)
    }
  }

  private var systemWords: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "errno \(code)" }
    return buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }
}
