// Holds a file as Windows holds a program that runs: others read it, none writes it. Wine lets a running program be written.
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words)
{
    HANDLE file;
    if (count < 2) return 1;
    file = CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("open");
    fflush(stdout);
    Sleep(60000);
    return 0;
}
