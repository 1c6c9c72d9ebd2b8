/* The one function of bcryptprimitives.dll that Rust asks for: every Windows since 7 has it, Wine 8 does not. Laid in the
   prefix of the tests, never shipped. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
    return SystemFunction036(bytes, (ULONG)length);
}
