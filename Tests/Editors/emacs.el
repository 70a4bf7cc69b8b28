;;; emacs.el --- Emacs on a catalogue, without a screen  -*- lexical-binding: t; -*-

;;; Commentary:

;; Opens the document that the environment names, types in front of a section what it names too, a
;; line each, completes at the end of it, and writes what then stands there.

;;; Code:

(package-initialize)
(setq eglot-sync-connect 20 make-backup-files nil)
(require 'canevas)
(find-file (getenv "DOCUMENT"))
(run-hooks 'post-command-hook)
(dolist (text (split-string (getenv "TYPED") "\n"))
  (goto-char (point-min))
  (search-forward (getenv "SECTION"))
  (forward-line 0)
  (insert text "\n")
  (backward-char)
  (completion-at-point)
  (princ (concat (buffer-substring-no-properties (line-beginning-position) (line-end-position))
                 "\n"))
  (delete-region (line-beginning-position) (line-beginning-position 2)))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))

;;; emacs.el ends here
