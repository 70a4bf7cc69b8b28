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

-- Completion as the server means it. Neovim's own (before 0.8) drops what does not begin with the
-- word before the cursor, and leaves in front of a text what that text is to replace.
local found = {}
function _G.canevas_complete(find_start)
  if find_start == 0 then
    return found
  end
  local params = vim.lsp.util.make_position_params()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 2000)
  local line, column = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]
  local start, items = column, {}
  for _, answer in pairs(answers or {}) do
    for _, item in ipairs(answer.result and answer.result.items or {}) do
      local range = item.textEdit.range
      local first = vim.str_byteindex(line, range.start.character, true)
      local replaced = line:sub(column + 1, vim.str_byteindex(line, range['end'].character, true))
      start = math.min(start, first)
      table.insert(items, { item = item, first = first, replaced = replaced })
    end
  end
  found = vim.tbl_map(function(entry)
    local text = entry.item.textEdit.newText
    -- What stands behind the cursor stays there.
    if entry.replaced ~= '' and vim.endswith(text, entry.replaced) then
      text = text:sub(1, -#entry.replaced - 1)
    end
    return {
      word = line:sub(start + 1, entry.first) .. text, abbr = entry.item.label,
      menu = entry.item.detail or '', icase = 1, dup = 1,
    }
  end, items)
  return start
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
    vim.bo[buffer].omnifunc = 'v:lua.canevas_complete'
  end
end

vim.api.nvim_create_autocmd('FileType', {
  group = vim.api.nvim_create_augroup('canevas', {}),
  pattern = 'markdown',
  callback = function(event)
    start(event.buf)
  end,
})
