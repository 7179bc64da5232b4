-- Uses the server as somebody does who has put the recipe of docs/editors.md into Neovim's configuration: opens a
-- model, mends it, completes, reads, renames and formats. Prints a line for each check; leaves with 1 if one fails.
-- Arguments come in the environment: DYNC_MODEL is the file that is edited.

local TIME = 30000
local failed = false
local path = vim.env.DYNC_MODEL

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function check(name, run)
  local ok, problem = pcall(run)
  io.stdout:write((ok and "ok      " or "FAILED  ") .. "neovim: " .. name .. "\n")
  if not ok then
    io.stdout:write("        " .. tostring(problem) .. "\n")
    failed = true
  end
end

local function eventually(what, condition)
  assert(vim.wait(TIME, condition, 20), what .. "\n" .. text())
end

-- as in insert mode, the caret may stand behind the last character of a line
vim.o.virtualedit = "onemore"

-- puts the caret on the first character of a word, or so many behind it
local function caret(word, behind)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(word, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { number, at - 1 + (behind or 0) })
      return
    end
  end
  error(word .. " is not in the text")
end

local function request(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, TIME))
  local _, answer = next(answers)
  assert(answer and not answer.error, vim.inspect(answer))
  return answer.result
end

check("a .dyn file starts the server", function()
  vim.cmd("edit " .. path)
  assert(vim.bo.filetype == "dyn", vim.bo.filetype)
  eventually("no client", function()
    local _, client = next(vim.lsp.buf_get_clients(0))
    return client and client.initialized
  end)
end)

check("a mistake is shown where it stands", function()
  eventually("no diagnostics", function() return #vim.diagnostic.get(0) == 1 end)
  local mistake = vim.diagnostic.get(0)[1]
  assert(mistake.code == "DYN0204" or mistake.user_data.lsp.code == "DYN0204", vim.inspect(mistake))
  local line = vim.api.nvim_buf_get_lines(0, mistake.lnum, mistake.lnum + 1, false)[1]
  assert(line:sub(mistake.col + 1, mistake.col + 6) == "kernal", vim.inspect(mistake))
end)

check("a code action mends it", function()
  vim.ui.select = function(items, _, chosen) chosen(items[1], 1) end
  caret("kernal")
  vim.lsp.buf.code_action()
  eventually("not mended", function() return not text():find("kernal", 1, true) end)
  eventually("still wrong", function() return #vim.diagnostic.get(0) == 0 end)
end)

check("completion offers what may stand there", function()
  caret("emit(delay")
  vim.api.nvim_put({ "let c = it." }, "l", false, false)
  caret("it.", 3)
  local result = request("textDocument/completion", vim.lsp.util.make_position_params())
  local words = vim.tbl_map(
    function(item) return item.word end, vim.lsp.util.text_document_completion_list_to_complete_items(result, ""))
  assert(vim.tbl_contains(words, "channels"), vim.inspect(words))
  vim.cmd("undo")
end)

check("hover opens a window with the documentation", function()
  caret("conv(")
  vim.lsp.buf.hover()
  local shown = ""
  eventually("no window", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        local buffer = vim.api.nvim_win_get_buf(window)
        shown = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end)
  assert(shown:find("2-D convolution", 1, true), shown)
end)

check("a definition in the standard library is a file", function()
  caret("conv(")
  vim.lsp.buf.definition()
  eventually("still in the model", function() return vim.api.nvim_buf_get_name(0):find("primitives.dyn", 1, true) end)
  assert(text():find("primitive conv(", 1, true))
  vim.cmd("buffer " .. path)
end)

check("an area is renamed", function()
  caret("area V4", 5)
  vim.lsp.buf.rename("Fourth")
  eventually("not renamed", function() return text():find("area Fourth", 1, true) end)
  assert(not text():find("V4", 1, true), text())
end)

check("the text is formatted", function()
  caret("clock(step")
  vim.api.nvim_set_current_line("  clock( step=dt,steps = 20 )")
  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = TIME }) else vim.lsp.buf.formatting_sync({}, TIME) end
  assert(text():find("\n    clock(step = dt, steps = 20)\n", 1, true), text())
end)

check("the server ends with the editor", function()
  local id = next(vim.lsp.buf_get_clients(0))
  vim.lsp.stop_client(id)
  eventually("still there", function() return vim.lsp.client_is_stopped(id) end)
end)

vim.cmd(failed and "cquit! 1" or "qall!")
