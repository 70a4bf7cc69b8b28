-- Canevas in Neovim: put this file into ~/.config/nvim/plugin/.
--
-- The language server is started for Markdown files of a catalogue, one for each catalogue.

local sheet = 'canvases/catalogue.md'
local client_of = {} -- by root, where Neovim does not look for a running server itself (0.7)

-- The folder of the catalogue that a file is part of.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  while vim.fn.filereadable(folder .. '/' .. sheet) == 0 do
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then
      return nil
    end
    folder = parent
  end
  return folder
end

local function start(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  local root = path ~= '' and root_of(path)
  if not root then
    return
  end
  if vim.fn.executable('canevas') == 0 then
    vim.notify_once('canevas: the program is not on the PATH', vim.log.levels.WARN)
    return
  end
  local config = { name = 'canevas', cmd = { 'canevas', 'lsp' }, root_dir = root }
  if vim.lsp.start then
    vim.lsp.start(config)
  else
    config.on_exit = function()
      client_of[root] = nil
    end
    client_of[root] = client_of[root] or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, client_of[root])
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end
end

vim.api.nvim_create_autocmd('FileType', {
  group = vim.api.nvim_create_augroup('canevas', {}),
  pattern = 'markdown',
  callback = function(event)
    start(event.buf)
  end,
})
