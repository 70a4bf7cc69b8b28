;;; canevas.el --- Canevas in Emacs, with Eglot  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.3") (eglot "1.9") (markdown-mode "2.5"))

;;; Commentary:

;; Put this file into a folder of `load-path' and (require 'canevas) into your init file.  The
;; language server is started for Markdown files of a catalogue, one for each catalogue; other
;; Markdown files keep the server that you have for them.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'project)

(defgroup canevas nil
  "Business-model canvases as plain text."
  :group 'languages)

(defcustom canevas-program "canevas"
  "The compiler of canvases: a name on the PATH, or a path."
  :type 'string
  :risky t)

(defun canevas-project (folder)
  "The catalogue that FOLDER is part of, as a project."
  (let ((root (locate-dominating-file folder "canvases/catalogue.md")))
    (and root (cons 'canevas root))))

(cl-defmethod project-root ((project (head canevas)))
  "The folder that holds the canvases/ of PROJECT."
  (cdr project))

(defun canevas-ensure ()
  "Start the language server if the buffer's file is part of a catalogue."
  (when (and buffer-file-name (canevas-project default-directory))
    (add-hook 'project-find-functions #'canevas-project nil t)
    (setq-local eglot-server-programs
                (cons `((markdown-mode gfm-mode markdown-ts-mode) . (,canevas-program "lsp"))
                      eglot-server-programs))
    (if (executable-find canevas-program)
        (eglot-ensure)
      (message "Canevas: there is no program %s" canevas-program))))

;; Eglot drops what does not begin with the word at point, but what the server offers may stand for
;; more than a word, as "[École d" and "../acteurs/eco" do.  Nothing is a word here, so that all of
;; it is shown, and Eglot puts what is chosen in the place that the server names.
(defun canevas-completion-at-point ()
  "All that the server offers at point."
  (when (eglot-managed-p)
    (cl-letf (((symbol-function 'bounds-of-thing-at-point) #'ignore))
      (append (eglot-completion-at-point) '(:company-prefix-length t)))))

(defun canevas-manage ()
  "Complete in the documents of a catalogue."
  (when (and buffer-file-name (canevas-project default-directory))
    (if (eglot-managed-p)
        (add-hook 'completion-at-point-functions #'canevas-completion-at-point nil t)
      (remove-hook 'completion-at-point-functions #'canevas-completion-at-point t))))

(add-hook 'eglot-managed-mode-hook #'canevas-manage)
(add-hook 'markdown-mode-hook #'canevas-ensure)
(add-hook 'markdown-ts-mode-hook #'canevas-ensure)

(provide 'canevas)
;;; canevas.el ends here
