;;; eglot.el --- the server under Emacs  -*- lexical-binding: t -*-
;; Uses the server as somebody does who has put the recipe of docs/editors.md into their init file: opens a model, mends
;; it, completes, reads, renames and formats.  Prints a line for each check; leaves with 1 if one fails.
;; DYNC_MODEL in the environment is the file that is edited.

(require 'eglot)
(require 'flymake)

(defvar dync-failed nil)

(defmacro dync-check (name &rest body)
  (declare (indent 1))
  `(condition-case problem
       (progn ,@body (princ (format "ok      emacs: %s\n" ,name)))
     (error (setq dync-failed t)
            (princ (format "FAILED  emacs: %s\n        %S\n" ,name problem)))))

(defun dync-wait (what condition)
  "Run CONDITION until it holds; WHAT is said where it never does."
  (let ((until (+ (float-time) 30)))
    (while (not (funcall condition))
      (when (> (float-time) until) (error "%s:\n%s" what (buffer-string)))
      (accept-process-output nil 0.05))))

(defun dync-send ()
  "Send what has been typed; with somebody at the keys a timer does so when they pause."
  (eglot--signal-textDocument/didChange))

(defun dync-caret (word &optional behind)
  (goto-char (point-min))
  (search-forward word)
  (goto-char (+ (match-beginning 0) (or behind 0))))

(setq eglot-sync-connect 30 eglot-confirm-server-initiated-edits nil eglot-autoshutdown nil)
(find-file (getenv "DYNC_MODEL"))

(dync-check "a .dyn file starts the server"
  (unless (derived-mode-p 'dyn-mode) (error "%s" major-mode))
  (apply #'eglot (let ((noninteractive nil)) (eglot--guess-contact)))
  (dync-wait "not managed" #'eglot-managed-p))

(dync-check "a mistake is shown where it stands"
  (flymake-mode 1)
  (flymake-start)
  (dync-wait "no diagnostics" (lambda () (= 1 (length (flymake-diagnostics)))))
  (let ((mistake (car (flymake-diagnostics))))
    (unless (equal "kernal" (buffer-substring (flymake-diagnostic-beg mistake) (flymake-diagnostic-end mistake)))
      (error "%S" mistake))
    (unless (string-match-p "kernal" (flymake-diagnostic-text mistake)) (error "%S" mistake))))

(dync-check "a code action mends it"
  (dync-caret "kernal" 1)
  (let* ((actions (eglot-code-actions (point) (1+ (point)) "quickfix"))
         (edit (plist-get (elt actions 0) :edit)))
    (unless edit (error "no fix: %S" actions))
    (eglot--apply-workspace-edit edit))
  (when (string-match-p "kernal" (buffer-string)) (error "not mended")))

(dync-check "completion offers what may stand there"
  (dync-caret "emit(delay")
  (insert "let c = it.\n")
  (dync-send)
  (dync-caret "it." 3)
  (let* ((capf (eglot-completion-at-point))
         (words (all-completions "" (nth 2 capf))))
    (unless (member "channels" (mapcar #'substring-no-properties words)) (error "%S" words)))
  (delete-region (line-beginning-position) (line-beginning-position 2))
  (dync-send))

(dync-check "hover says what an operation is"
  (dync-caret "conv(" 1)
  (let* ((answer (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                                  (eglot--TextDocumentPositionParams)))
         (shown (eglot--hover-info (plist-get answer :contents))))
    (unless (string-match-p "2-D convolution" shown) (error "%s" shown))))

(dync-check "an area is renamed"
  (dync-caret "area V4" 5)
  (eglot-rename "Fourth")
  (when (string-match-p "V4" (buffer-string)) (error "%s" (buffer-string)))
  (dync-caret "area Fourth"))

(dync-check "the text is formatted"
  (dync-caret "clock(step")
  (delete-region (line-beginning-position) (line-end-position))
  (insert "  clock( step=dt,steps = 20 )")
  (dync-send)
  (eglot-format-buffer)
  (dync-caret "\n    clock(step = dt, steps = 20)\n"))

(dync-check "the server ends with the editor"
  (let ((server (eglot--current-server-or-lose)))
    (eglot-shutdown server nil 10)
    (when (jsonrpc-running-p server) (error "still there"))))

(set-buffer-modified-p nil)
(kill-emacs (if dync-failed 1 0))
